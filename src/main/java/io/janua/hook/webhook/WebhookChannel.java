package io.janua.hook.webhook;

import io.janua.hook.Attempt;
import io.janua.hook.HookChannel;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.janua.hook.Payload;
import io.janua.hook.http.Attempts;
import io.janua.hook.http.HttpCall;
import io.janua.hook.http.HttpCaller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Webhooks by Standard Webhooks 1.0. */
@ApplicationScoped
class WebhookChannel implements HookChannel {

    private final HttpCaller http;

    WebhookChannel(HttpCaller http) {
        this.http = http;
    }

    @Override
    public boolean serves(HookTarget target) {
        return target instanceof HookTarget.Webhook;
    }

    @Override
    public boolean actsOnGrants(HookTarget target) {
        return false;
    }

    @Override
    public void check(HookTarget target) {
        http.check("target.url", webhook(target).url());
    }

    @Override
    public Attempt send(Outgoing outgoing, Duration limit) {
        HttpCall call = request(outgoing, Instant.now());
        return Attempts.of(call, http.call(call, limit));
    }

    /** Signed anew for each attempt: receivers take no request that is older than minutes. */
    static HttpCall request(Outgoing outgoing, Instant now) {
        String id = outgoing.event().toString();
        String body = Payload.json(outgoing.type(), outgoing.at(), outgoing.data());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Janua");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignatures.of(outgoing.hook().signing(), id, now, body));
        return new HttpCall("POST", webhook(outgoing.hook().target()).url(), headers, Optional.of(body));
    }

    private static HookTarget.Webhook webhook(HookTarget target) {
        return (HookTarget.Webhook) target;
    }
}
