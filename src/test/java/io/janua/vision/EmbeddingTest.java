package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void normalised_hasUnitLength() {
        var embedding = Embedding.normalised("m", new float[] {3, 4});

        assertThat(embedding.values()).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(embedding.similarity(embedding)).isCloseTo(1, within(1e-6));
    }

    @Test
    void refusesWhatIsNoUnitVector() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Embedding("m", new float[] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Embedding("m", new float[] {2, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Embedding("m", new float[] {Float.NaN, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.normalised("m", new float[] {0, 0}));
    }

    @Test
    void similarity_refusesAnotherModel() {
        var one = Embedding.normalised("one", new float[] {1, 0});
        var other = Embedding.normalised("other", new float[] {1, 0});

        assertThatIllegalArgumentException().isThrownBy(() -> one.similarity(other));
    }

    @Test
    void cannotBeChangedFromOutside() {
        float[] values = {1, 0};
        var embedding = new Embedding("m", values);
        values[0] = 9;
        embedding.values()[1] = 9;

        assertThat(embedding.values()).containsExactly(1, 0);
    }

    @Test
    void toString_hasNoNumbersOfThePerson() {
        assertThat(Embedding.normalised("m", new float[] {3, 4})).hasToString("Embedding[model=m, dimension=2]");
    }
}
