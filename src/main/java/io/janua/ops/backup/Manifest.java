package io.janua.ops.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a backup says of itself. Nothing in it is secret, and it names nobody.
 *
 * @param takenAt the moment whose state it holds, by the database's clock
 * @param janua version of the service that worked at it last; null where that is not known
 * @param schema the last migration
 * @param postgres version of the server
 * @param dumpedBy major version of the pg_dump that wrote the database; an older pg_restore does not read it
 * @param masterKeys ids of the master keys that wrapped what is in it; one, or none in a database without secrets
 * @param rows of each table
 * @param logs each tenant's audit log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
        int format,
        Instant takenAt,
        String janua,
        String schema,
        String postgres,
        int dumpedBy,
        String pgvector,
        String serviceRole,
        List<String> masterKeys,
        Map<String, Long> rows,
        List<LogHead> logs,
        List<Part> parts) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    Manifest {
        masterKeys = List.copyOf(masterKeys);
        rows = new TreeMap<>(rows);
        logs = List.copyOf(logs);
        parts = List.copyOf(parts);
    }

    /**
     * @param checkpoint the newest one that is signed, as text; null before the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LogHead(String tenant, long size, String checkpoint) {}

    /**
     * @param name of a file beside the manifest
     * @param sha256 in hexadecimal digits
     */
    record Part(String name, long bytes, String sha256) {

        Part {
            // It becomes a path.
            if (!name.matches("[a-z][a-z0-9.-]{0,63}")) {
                throw new IllegalArgumentException("a part has another name than it may have");
            }
        }
    }

    int serverMajor() {
        return Integer.parseInt(postgres.replaceFirst("\\D.*", ""));
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    long rowsOf(String table) {
        return rows.getOrDefault(table, 0L);
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws Refused when it is none, or one of a later form */
    static Manifest parse(byte[] json) throws Refused {
        try {
            var tree = JSON.readTree(json);
            if (tree == null || tree.path("format").asInt() != FORMAT) {
                throw new Refused(
                        "The manifest is not of the form %d that this version knows: take the Janua that made it."
                                .formatted(FORMAT));
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new Refused("%s is damaged: it is no manifest.".formatted(FILE));
        }
    }
}
