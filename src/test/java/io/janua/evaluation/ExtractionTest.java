package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.http.UploadLimits;
import io.smallrye.config.WithDefault;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    @Test
    void files_mayBeAsLargeAsUploads() throws Exception {
        var usual = UploadLimits.class.getDeclaredMethod("maxImageBytes").getAnnotation(WithDefault.class);

        assertThat(Extraction.MOST_BYTES).isEqualTo(Long.parseLong(usual.value()));
    }
}
