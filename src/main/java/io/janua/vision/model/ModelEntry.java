package io.janua.vision.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One model file of the catalogue.
 *
 * @param id stable name; templates carry the id of the embedder that made them
 * @param file name in the store and in a mirror
 * @param address where the authors publish these bytes, pinned to a revision; empty where nobody does, because this
 *     build carries the file or its owner brings it
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param bytes length of the file
 * @param embeddingSize dimensions, for embedders only
 * @param calibration for embedders only
 * @param scores the file of its score distribution, beside the catalogue; for embedders only
 * @param card the model card's file name, beside the catalogue
 */
public record ModelEntry(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) ModelRole role,
        @JsonProperty(required = true) String file,
        Optional<URI> address,
        @JsonProperty(required = true) String sha256,
        @JsonProperty(required = true) long bytes,
        @JsonProperty(required = true) Licence licence,
        @JsonProperty(required = true) Preprocessing preprocessing,
        Optional<Integer> embeddingSize,
        Optional<Calibration> calibration,
        Optional<String> scores,
        @JsonProperty(required = true) String card) {

    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{1,126}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ModelEntry {
        require(id != null && ID.matcher(id).matches(), "id", id);
        require(file != null && FILE.matcher(file).matches(), "file", file);
        require(sha256 != null && SHA256.matcher(sha256).matches(), "sha256", sha256);
        require(bytes > 0, "bytes", bytes);
        require(licence != null, "licence", null);
        require(address.isEmpty() || isTrusted(address.get()), "address", address);
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(preprocessing, "preprocessing");
        boolean embedder = role == ModelRole.EMBEDDER;
        require(embedder == embeddingSize.isPresent(), "embeddingSize", embeddingSize);
        require(embedder == calibration.isPresent(), "calibration", calibration);
        require(scores.isEmpty() || embedder && FILE.matcher(scores.get()).matches(), "scores", scores);
    }

    /** Encrypted, or on this very machine. */
    private static boolean isTrusted(URI address) {
        return "https".equals(address.getScheme()) || "127.0.0.1".equals(address.getHost());
    }

    private static void require(boolean condition, String field, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("model entry: '%s' is missing or wrong: %s".formatted(field, value));
        }
    }
}
