package io.janua.hook.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.hook.Attempt;
import io.janua.hook.HookChannel;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.http.HttpCall;
import io.janua.hook.http.HttpOutcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** 2N's HTTP API. How long the door is open is what the device's own switch is set to. */
@Singleton
class TwoNChannel implements HookChannel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeviceCaller devices;

    TwoNChannel(DeviceCaller devices) {
        this.devices = devices;
    }

    @Override
    public boolean serves(HookTarget target) {
        return target instanceof HookTarget.TwoN;
    }

    @Override
    public boolean actsOnGrants(HookTarget target) {
        return true;
    }

    @Override
    public void check(HookTarget target) {
        devices.checkBase(((HookTarget.TwoN) target).url());
    }

    @Override
    public Attempt send(Outgoing outgoing, Duration limit) {
        return Events.refusal(outgoing).orElseGet(() -> move(outgoing, limit));
    }

    private Attempt move(Outgoing outgoing, Duration limit) {
        var intercom = (HookTarget.TwoN) outgoing.hook().target();
        // A test moves nothing, and needs the password all the same.
        String request = Events.isTest(outgoing)
                ? "/api/switch/status?switch=%d".formatted(intercom.output())
                : "/api/switch/ctrl?switch=%d&action=trigger".formatted(intercom.output());
        var call = new HttpCall("GET", Events.withoutSlash(intercom.url()) + request, Map.of(), Optional.empty());
        return devices.attempt(call, Login.of(intercom.username(), intercom.password()), limit, TwoNChannel::complaint);
    }

    /** The device answers 200 whatever comes, and says in the body whether it did it. */
    private static Optional<String> complaint(HttpOutcome.Answered answered) {
        if (!answered.isSuccess()) {
            return Optional.empty();
        }
        try {
            JsonNode answer = JSON.readTree(answered.body());
            return answer.path("success").asBoolean()
                    ? Optional.empty()
                    : Optional.of("The device did not do it: %s."
                            .formatted(answer.path("error").path("description").asText("it does not say why")));
        } catch (JsonProcessingException notJson) {
            return Optional.of("What the device answers is not that of a 2N intercom.");
        }
    }
}
