package io.janua.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.support.SyntheticTemplates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateSetTest {

    private static final int DIMENSION = 128;

    private final SyntheticTemplates templates = SyntheticTemplates.uniform(DIMENSION);
    private TemplateSet set = new TemplateSet(DIMENSION);

    @AfterEach
    void close() {
        set.close();
    }

    @ParameterizedTest
    @CsvSource({
        "64, 3000, 2",
        "100, 3000, 10",
        "128, 20000, 1",
        "128, 20000, 2",
        "128, 20000, 50",
        "128, 60000, 1500",
        "512, 5000, 10"
    })
    void theBestAreAmongThoseProposedAndNobodyElseIsAboveTheFloor(int dimension, int size, int wanted) {
        var vectors = SyntheticTemplates.uniform(dimension);
        set = new TemplateSet(dimension);
        float[][] all = IntStream.range(0, size).mapToObj(vectors::template).toArray(float[][]::new);
        IntStream.range(0, size).forEach(i -> set.add(owner(i), all[i]));
        for (int known = 0; known < 10; known++) {
            float[] probe = vectors.probe(known * 7L, 0.5);

            Proposals found = set.nearest(probe, wanted).orElseThrow();

            double[] scores = IntStream.range(0, size)
                    .mapToDouble(i -> dot(all[i], probe))
                    .toArray();
            List<Integer> exact = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -scores[i]))
                    .toList();
            assertThat(found.owners()).doesNotHaveDuplicates();
            assertThat(found.owners())
                    .containsAll(exact.stream()
                            .limit(wanted)
                            .map(TemplateSetTest::owner)
                            .toList());
            var proposed = new HashSet<>(found.owners());
            assertThat(exact.stream().filter(i -> !proposed.contains(owner(i))))
                    .allSatisfy(i -> assertThat(scores[i]).isLessThan(found.floor()));
        }
    }

    @Test
    void anOwnerWithManyVectorsIsOneOfTheWanted() {
        for (int i = 0; i < 500; i++) {
            set.add(owner(1), templates.probe(0, 0.9 + i / 10_000.0));
        }
        set.add(owner(2), templates.probe(0, 0.8));
        set.add(owner(3), templates.probe(0, 0.7));
        for (int i = 10; i < 3000; i++) {
            set.add(owner(i), templates.template(i));
        }

        assertThat(set.nearest(templates.template(0), 3).orElseThrow().owners()).contains(owner(1), owner(2), owner(3));
    }

    @Test
    void whereThereAreFewerThanWantedAllAreProposed() {
        set.add(owner(1), templates.template(1));
        set.add(owner(2), templates.template(2));
        set.add(owner(2), templates.template(3));

        Proposals found = set.nearest(templates.template(1), 3).orElseThrow();

        assertThat(found.owners()).containsExactlyInAnyOrder(owner(1), owner(2));
        assertThat(found.floor()).isEqualTo(Double.NEGATIVE_INFINITY);
        try (var empty = new TemplateSet(DIMENSION)) {
            assertThat(empty.nearest(templates.template(1), 1).orElseThrow().owners())
                    .isEmpty();
        }
    }

    @Test
    void whatIsRemovedIsNotProposedAgain() {
        IntStream.range(0, 2500).forEach(i -> set.add(owner(i), templates.template(i)));

        set.remove(Set.of(owner(7), owner(2000), owner(99_999)));

        assertThat(set.size()).isEqualTo(2498);
        assertThat(set.filled()).isEqualTo(2500);
        assertThat(set.nearest(templates.template(7), 2).orElseThrow().owners()).doesNotContain(owner(7));
        set.add(owner(7), templates.template(7));
        assertThat(set.nearest(templates.template(7), 1).orElseThrow().owners()).contains(owner(7));
    }

    @Test
    void tooManyAlikeAreNotProposed() {
        IntStream.range(0, 10_000).forEach(i -> set.add(owner(i), templates.template(1)));

        assertThat(set.nearest(templates.template(1), 2)).isEmpty();
    }

    @Test
    void zeroesAreNobodysNearest() {
        set.add(owner(1), templates.template(1));

        assertThat(set.nearest(new float[DIMENSION], 1).orElseThrow().owners()).containsExactly(owner(1));
    }

    @Test
    void vectorsOfAnotherDimensionAreRefused() {
        assertThatThrownBy(() -> set.add(owner(1), new float[64])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closedItProposesNobody() {
        set.add(owner(1), templates.template(1));

        set.close();
        set.close();

        assertThat(set.nearest(templates.template(1), 1)).isEmpty();
    }

    @Test
    void memoryIsAsAnnounced() {
        IntStream.range(0, 5000).forEach(i -> set.add(owner(i), templates.template(i)));

        assertThat(set.bytes()).isEqualTo(TemplateSet.bytes(DIMENSION, 5000)).isEqualTo(2 * 4096 * 112);
    }

    /** One writes, others search: whoever was there before and stays is always found. */
    @Test
    void searchesGoOnWhileOthersAreAddedAndRemoved() {
        IntStream.range(0, 3000).forEach(i -> set.add(owner(i), templates.template(i)));
        var written = new AtomicBoolean();
        List<CompletableFuture<Void>> searches = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            searches.add(CompletableFuture.runAsync(() -> {
                for (int round = 0; !written.get() || round < 100; round++) {
                    int known = round % 1000;
                    assertThat(set.nearest(templates.template(known), 1)
                                    .orElseThrow()
                                    .owners())
                            .contains(owner(known));
                }
            }));
        }
        for (int i = 3000; i < 12_000; i++) {
            set.add(owner(i), templates.template(i));
            if (i % 500 == 0) {
                set.remove(Set.of(owner(i - 1500), owner(i - 1000)));
            }
        }
        written.set(true);
        searches.forEach(CompletableFuture::join);
        set.close();
        assertThat(set.nearest(templates.template(1), 1)).isEmpty();
    }

    private static UUID owner(int number) {
        return new UUID(1, number);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
