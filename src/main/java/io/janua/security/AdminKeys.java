package io.janua.security;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;

/** Gives another tenant the key with which its own administrator begins. */
@ApplicationScoped
public class AdminKeys {

    private static final List<String> OPERATIONS = Operations.ALL.stream()
            .filter(operation -> !operation.equals(Operations.TENANTS))
            .toList();

    private final ApiKeyService keys;
    private final ApiKeyRules rules;
    private final Caller caller;
    private final Event<Happening> happenings;

    AdminKeys(ApiKeyService keys, ApiKeyRules rules, Caller caller, Event<Happening> happenings) {
        this.keys = keys;
        this.rules = rules;
        this.caller = caller;
        this.happenings = happenings;
    }

    /**
     * The key has neither an end nor limits, so whoever asks for it must have none either.
     *
     * @throws Problem {@code gallery_not_permitted} or {@code validation_failed}
     */
    public void checkMayCreate() {
        caller.refuseIfLimited(
                "An administrator's key is good for all galleries, so a key that is limited to some cannot make it.",
                "Use a key without 'galleries'.");
        rules.checkMayEnd(null);
    }

    /**
     * It permits everything but making tenants. Both logs tell of it, the tenant's and the caller's; what could be told
     * in one of them only is a key whose secret nobody has seen.
     */
    public ApiKeyView create(String tenant, String name) {
        ApiKeyView key = new Acting(tenant, caller.actor())
                .call(() -> keys.issue(new NewApiKey(name, OPERATIONS, null, null, null, null)));
        QuarkusTransaction.requiringNew()
                .run(() -> happenings.fire(Happening.of(Action.API_KEY_CREATED)
                        .on(key.id().toString())
                        .with("name", name)
                        .with("tenant", tenant)));
        return key;
    }
}
