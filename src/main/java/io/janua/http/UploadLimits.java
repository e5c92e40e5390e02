package io.janua.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How much may come in. */
@ConfigMapping(prefix = "janua.upload")
public interface UploadLimits {

    /** Bytes of one encoded image. */
    @WithDefault("20000000")
    @Positive
    int maxImageBytes();

    /**
     * Bytes of one picture that comes beside another one, of a head turn or of a person at a door, and of an invited
     * person's preview.
     */
    @WithDefault("5000000")
    @Positive
    int maxTurnBytes();

    /**
     * Sum of all request bodies in memory, archives apart, in bytes; more gets 503 ({@code busy}). A body without
     * Content-Length counts as {@code max-image-bytes}.
     */
    @WithDefault("268435456")
    @Positive
    long maxBytesInFlight();

    /** @param field by which the image travels */
    default int maxBytesOf(String field) {
        return ImageUpload.TURNS.contains(field) || ImageUpload.FURTHER.contains(field)
                ? maxTurnBytes()
                : maxImageBytes();
    }
}
