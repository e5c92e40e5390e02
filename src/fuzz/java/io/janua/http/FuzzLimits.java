package io.janua.http;

import io.smallrye.config.SmallRyeConfigBuilder;

/** Small enough that inputs of some kilobytes meet them. */
final class FuzzLimits {

    static final UploadLimits SMALL = new SmallRyeConfigBuilder()
            .withMapping(UploadLimits.class)
            .withDefaultValue("janua.upload.max-image-bytes", "1000")
            .withDefaultValue("janua.upload.max-turn-bytes", "500")
            .build()
            .getConfigMapping(UploadLimits.class);

    private FuzzLimits() {}
}
