package io.janua.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A hook as it is stored.
 *
 * @param points empty for all
 * @param galleries empty for all
 * @param target without its passwords
 * @param passwords sealed; empty where it has none
 * @param revision one more with each change
 */
record Hook(
        UUID id,
        String name,
        String description,
        boolean enabled,
        String disabledReason,
        List<String> events,
        List<String> points,
        Optional<List<String>> galleries,
        Set<Detail> include,
        JsonNode target,
        Optional<Sealed> passwords,
        long revision,
        Instant createdAt) {

    /** @param secret id of the tenant's secret that opens it */
    record Sealed(int secret, byte[] bytes) {}

    @Override
    public String toString() {
        return "Hook[%s]".formatted(name);
    }
}
