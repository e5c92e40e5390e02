package io.janua.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./janua fuzz} found, and the plain case beside it. */
class MultipartImagesTest {

    private static final UploadLimits LIMITS =
            new SmallRyeConfigBuilder().withMapping(UploadLimits.class).build().getConfigMapping(UploadLimits.class);

    private static final String BODY = """
            --b\r
            Content-Disposition: form-data; name="image"; filename="a.jpg"\r
            Content-Type: image/jpeg\r
            \r
            abc\r
            --b--\r
            """;

    @Test
    void aPictureIsRead() throws IOException {
        assertThat(read("multipart/form-data; boundary=b", BODY).get("image"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; \r", "multipart/form-data; boundary=\u0000", "multipart/form-data"})
    void aContentTypeThatCouldBeNoneIsRefused(String contentType) {
        assertThatThrownBy(() -> read(contentType, BODY))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BODY_INVALID));
    }

    @Test
    void partsWithBrokenHeadersAreRefused() {
        String broken = BODY.replace("filename=\"a.jpg\"", "fi\nename=\"a.jpgpi");

        assertThatThrownBy(() -> read("multipart/form-data; boundary=b", broken))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BODY_INVALID));
    }

    private static Map<String, byte[]> read(String contentType, String body) throws IOException {
        return MultipartImages.read(
                contentType, new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)), LIMITS);
    }
}
