package io.janua.hook.relay;

import io.janua.hook.Attempt;
import io.janua.hook.HookChannel;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.http.HttpCall;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Shelly's RPC over HTTP: the relay goes on, and off by itself when the door's time is over. */
@Singleton
class ShellyChannel implements HookChannel {

    /** Every Shelly's only user. */
    private static final String USER = "admin";

    private final DeviceCaller devices;

    ShellyChannel(DeviceCaller devices) {
        this.devices = devices;
    }

    @Override
    public boolean serves(HookTarget target) {
        return target instanceof HookTarget.Shelly;
    }

    @Override
    public boolean actsOnGrants(HookTarget target) {
        return true;
    }

    @Override
    public void check(HookTarget target) {
        devices.checkBase(((HookTarget.Shelly) target).url());
    }

    @Override
    public Attempt send(Outgoing outgoing, Duration limit) {
        return Events.refusal(outgoing).orElseGet(() -> move(outgoing, limit));
    }

    private Attempt move(Outgoing outgoing, Duration limit) {
        var shelly = (HookTarget.Shelly) outgoing.hook().target();
        // A test moves nothing, and needs the password all the same.
        HttpCall call = Events.isTest(outgoing)
                ? call(shelly, "Switch.GetStatus", "{\"id\":%d}".formatted(shelly.output()))
                : call(
                        shelly,
                        "Switch.Set",
                        "{\"id\":%d,\"on\":true,\"toggle_after\":%d}"
                                .formatted(shelly.output(), Events.openSeconds(outgoing)));
        Optional<Login> login = Optional.ofNullable(shelly.password()).map(password -> new Login(USER, password));
        return devices.attempt(call, login, limit, _ -> Optional.empty());
    }

    private static HttpCall call(HookTarget.Shelly shelly, String method, String parameters) {
        return new HttpCall(
                "POST",
                Events.withoutSlash(shelly.url()) + "/rpc/" + method,
                Map.of("Content-Type", "application/json"),
                Optional.of(parameters));
    }
}
