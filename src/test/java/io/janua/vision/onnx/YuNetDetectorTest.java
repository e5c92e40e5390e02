package io.janua.vision.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YuNetDetectorTest {

    @ParameterizedTest
    @ValueSource(strings = {"letterbox-32", "letterbox-32-small-first"})
    void knowsTheInputsOfTheCatalogue(String input) {
        assertThatCode(() -> YuNetDetector.requireKnown(input)).doesNotThrowAnyException();
    }

    @Test
    void anInputOfAnotherModelIsNamed_withThoseThatWouldDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YuNetDetector.requireKnown("arcface-112"))
                .withMessage("No detector takes the input arcface-112; these are known:"
                        + " letterbox-32, letterbox-32-small-first");
    }
}
