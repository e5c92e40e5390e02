package io.janua.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives another tenant the key with which its own administrator begins. */
@ApplicationScoped
public class AdminKeys {

    private final ApiKeyService keys;
    private final Caller caller;

    AdminKeys(ApiKeyService keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** It permits everything but making tenants. The tenant's own audit log says who made it. */
    public ApiKeyView create(String tenant, String name) {
        List<String> operations = Operations.ALL.stream()
                .filter(operation -> !operation.equals(Operations.TENANTS))
                .toList();
        return new Acting(tenant, caller.actor())
                .call(() -> keys.issue(new NewApiKey(name, operations, null, null, null)));
    }
}
