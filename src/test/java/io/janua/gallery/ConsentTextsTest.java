package io.janua.gallery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsentTextsTest {

    private static final GalleryPolicy FIRST = text("I agree", "1");

    @Test
    void aTextHasAVersionAndAVersionAText() {
        assertThatThrownBy(() -> ConsentTexts.requireBoth(text("I agree", null)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ConsentTexts.requireBoth(text("I agree", " "))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ConsentTexts.requireBoth(text(null, "1"))).isInstanceOf(Problem.class);
        assertThatCode(() -> ConsentTexts.requireBoth(FIRST)).doesNotThrowAnyException();
        assertThatCode(() -> ConsentTexts.requireBoth(GalleryPolicy.DEFAULT)).doesNotThrowAnyException();
    }

    @Test
    void anotherTextNeedsAnotherVersion() {
        assertThatThrownBy(() -> ConsentTexts.requireSame(Optional.of("I agree to more"), FIRST))
                .isInstanceOf(Problem.class);
        assertThatCode(() -> ConsentTexts.requireSame(Optional.of("I agree"), FIRST))
                .doesNotThrowAnyException();
        assertThatCode(() -> ConsentTexts.requireSame(Optional.empty(), FIRST)).doesNotThrowAnyException();
    }

    private static GalleryPolicy text(String text, String version) {
        return new GalleryPolicy(null, null, null, null, null, null, null, null, null, null, null, text, version, null);
    }
}
