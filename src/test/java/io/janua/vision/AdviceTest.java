package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceTest {

    @Test
    void everyAdviceIsDocumentedWithItsCode() throws IOException {
        String documented = Files.readString(Path.of("docs/reference/quality-measures.md"));

        assertThat(Stream.of(Advice.values())).allSatisfy(advice -> assertThat(documented)
                .contains("| `%s` | %s |".formatted(advice.code(), advice.text())));
    }

    @Test
    void aFaceThatWasEnrolledBeforeThereWereCodesHasThemToo() throws IOException {
        String old = "{\"score\": 10, \"measures\": {}, \"advice\": [\"More light on the face\", \"Face the camera\"]}";

        var quality = new ObjectMapper().readValue(old, FaceDescription.Quality.class);

        assertThat(quality.adviceCodes()).containsExactly(Advice.MORE_LIGHT, Advice.FACE_THE_CAMERA);
    }
}
