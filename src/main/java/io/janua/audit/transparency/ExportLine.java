package io.janua.audit.transparency;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of an export that are not entries. Hashes are base64, of the standard alphabet and padded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExportLine.Header.class, name = "export"),
    @JsonSubTypes.Type(value = ExportLine.SignedCheckpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = ExportLine.Consistency.class, name = "consistency"),
    @JsonSubTypes.Type(value = ExportLine.Inclusion.class, name = "inclusion"),
    @JsonSubTypes.Type(value = ExportLine.End.class, name = "end")
})
@RegisterForReflection
public sealed interface ExportLine {

    /** How every entry begins, which are lines too. */
    String ENTRY_BEGINS = "{\"type\":\"entry\",";

    /** Longer lines are refused in writing and cut in reading, so that no file fills the memory. */
    int MAX_BYTES = 1 << 20;

    JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The first line: entries {@code first} to {@code size - 1} of the tree of {@code size} follow. */
    @RegisterForReflection
    record Header(int version, String tenant, String origin, long first, long size) implements ExportLine {

        static final int VERSION = 1;

        public Header {
            if (first < 0 || size < 0) {
                throw new IllegalArgumentException("entries are numbered from 0");
            }
            if (!Checkpoint.isName(tenant) || !Checkpoint.isName(origin)) {
                throw new IllegalArgumentException("tenant and origin are names");
            }
        }

        public static Header of(String tenant, long first, long size) {
            return new Header(VERSION, tenant, Checkpoint.originOf(tenant), first, size);
        }
    }

    @RegisterForReflection
    record SignedCheckpoint(String note) implements ExportLine {}

    /** @param root of the tree of {@code from} entries */
    @RegisterForReflection
    record Consistency(long from, long to, byte[] root, List<byte[]> path) implements ExportLine {

        public Consistency {
            requireHashes(List.of(root));
            requireHashes(path);
        }
    }

    /** Stands after the entry that it proves. */
    @RegisterForReflection
    record Inclusion(long index, List<byte[]> path) implements ExportLine {

        public Inclusion {
            requireHashes(path);
        }
    }

    @RegisterForReflection
    record End(long entries) implements ExportLine {}

    /** Empty for entries, and for everything that is no line of an export at all. */
    static Optional<ExportLine> read(byte[] line) {
        if (beginsAsEntry(line)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(line, ExportLine.class));
        } catch (JsonProcessingException other) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Without the newline. */
    default byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static boolean beginsAsEntry(byte[] line) {
        byte[] begin = ENTRY_BEGINS.getBytes(StandardCharsets.US_ASCII);
        return line.length > begin.length && Arrays.equals(line, 0, begin.length, begin, 0, begin.length);
    }

    private static void requireHashes(List<byte[]> hashes) {
        for (byte[] hash : hashes) {
            if (hash == null || hash.length != MerkleHash.BYTES) {
                throw new IllegalArgumentException("a hash has %d bytes".formatted(MerkleHash.BYTES));
            }
        }
    }
}
