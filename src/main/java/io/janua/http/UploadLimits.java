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

    /** Bytes of all request bodies that are being worked on at one time; more is told to come back later. */
    @WithDefault("268435456")
    @Positive
    long maxBytesInFlight();
}
