package io.janua.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.vision.opencv.ImageLimits;
import io.smallrye.config.WithDefault;
import org.junit.jupiter.api.Test;

class VisionConfigTest {

    /** What runs without the service's configuration, as an evaluation does, takes the same pictures. */
    @Test
    void defaultLimits_areTheUsualOnes() throws Exception {
        assertThat(new ImageLimits(Integer.parseInt(fallback("minSide")), Long.parseLong(fallback("maxPixels"))))
                .isEqualTo(ImageLimits.USUAL);
    }

    private static String fallback(String setting) throws NoSuchMethodException {
        return VisionConfig.class
                .getDeclaredMethod(setting)
                .getAnnotation(WithDefault.class)
                .value();
    }
}
