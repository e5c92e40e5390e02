package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.janua.support.TestModels;
import io.janua.vision.model.ScoreDistribution.Scores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreDistributionTest {

    private static final Scores TWO_BINS = new Scores(3, 0.2, List.of(1L, 2L));

    @Test
    void theEmbedderOfTheBuiltInCatalogueComesWithItsScores() {
        var embedder = TestModels.CATALOG.model("mobilefacenet-arcface-128").orElseThrow();

        var scores = ModelCatalog.scores(Optional.empty(), embedder).orElseThrow();

        assertThat(scores.mated().mean()).isGreaterThan(0.5);
        assertThat(scores.nonMated().mean()).isBetween(-0.1, 0.1);
        assertThat(scores.mated().histogram()).hasSize(100);
        assertThat(scores.nonMated().count()).isGreaterThan(10_000);
    }

    @Test
    void modelsWithoutEmbeddingsHaveNone() {
        var detector = TestModels.CATALOG.model("yunet-n").orElseThrow();

        assertThat(ModelCatalog.scores(Optional.empty(), detector)).isEmpty();
    }

    @Test
    void everyPairIsInABin() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scores(4, 0.2, List.of(1L, 2L)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scores(3, Double.NaN, List.of(1L, 2L)));
    }

    @Test
    void bothHistogramsHaveTheSameBins() {
        var three = new Scores(3, 0.2, List.of(1L, 1L, 1L));

        assertThat(new ScoreDistribution("x", TWO_BINS, TWO_BINS, 0, 0.5)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreDistribution("x", TWO_BINS, three, 0, 0.3));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreDistribution("x", TWO_BINS, TWO_BINS, 0.5, 0.5));
    }
}
