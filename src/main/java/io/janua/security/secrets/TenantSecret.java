package io.janua.security.secrets;

import java.time.Instant;

/**
 * A secret of a tenant as it is stored: nobody opens it without the master key.
 *
 * @param id unique over all tenants, above 0
 * @param generation counts from 1; the highest one is used for what is new
 * @param publicKey null where the purpose has none
 */
public record TenantSecret(
        int id,
        String tenant,
        Purpose purpose,
        int generation,
        String masterKey,
        byte[] wrapped,
        byte[] publicKey,
        Instant createdAt) {

    static String context(String tenant, Purpose purpose, int generation) {
        return "tenant-secret|%s|%s|%d".formatted(tenant, purpose, generation);
    }

    @Override
    public String toString() {
        return "TenantSecret[%s]".formatted(context(tenant, purpose, generation));
    }
}
