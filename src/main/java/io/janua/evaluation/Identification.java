package io.janua.evaluation;

import io.janua.vision.Embedding;
import io.janua.vision.model.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Closed-set identification (ISO/IEC 19795-1): the first photograph of each person that has a template is the gallery,
 * every other one is searched for in it. A probe without a template is a probe that was not found.
 *
 * @param gallerySize people with a template
 * @param probes photographs of these people, but for the gallery's
 * @param notAcquired probes without a template
 * @param atRank how many probes found their person at rank 1, 2, … {@value #RANKS}
 */
record Identification(int gallerySize, int probes, int notAcquired, List<Integer> atRank) {

    static final int RANKS = 10;

    Identification {
        atRank = List.copyOf(atRank);
    }

    /** @param usable which photographs are pictures at all */
    static Identification of(Templates templates, List<Boolean> usable, int threads) {
        int[] reference = references(templates);
        int[] probes = IntStream.range(0, templates.size())
                .filter(i -> usable.get(i) && reference[templates.people().get(i)] >= 0)
                .filter(i -> reference[templates.people().get(i)] != i)
                .toArray();
        int[] gallery = IntStream.of(reference).filter(i -> i >= 0).toArray();
        var found = new AtomicIntegerArray(RANKS);
        var next = new AtomicInteger();
        int missed = Workers.run(threads, () -> {
                    int without = 0;
                    for (int i = next.getAndIncrement(); i < probes.length; i = next.getAndIncrement()) {
                        int rank = rank(probes[i], gallery, templates);
                        without += rank == 0 ? 1 : 0;
                        if (rank > 0 && rank <= RANKS) {
                            found.incrementAndGet(rank - 1);
                        }
                    }
                    return without;
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        List<Integer> atRank = new ArrayList<>();
        IntStream.range(0, RANKS).forEach(rank -> atRank.add(found.get(rank)));
        return new Identification(gallery.length, probes.length, missed, atRank);
    }

    /** Probes whose person is among the first so many. */
    Rate within(int rank) {
        return new Rate(atRank.stream().limit(rank).mapToInt(Integer::intValue).sum(), probes);
    }

    /** Of each person, the first photograph that has a template; −1 where none has. */
    private static int[] references(Templates templates) {
        int people =
                templates.people().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        int[] first = IntStream.generate(() -> -1).limit(people).toArray();
        for (int i = templates.size() - 1; i >= 0; i--) {
            if (templates.embeddings().get(i).isPresent()) {
                first[templates.people().get(i)] = i;
            }
        }
        return first;
    }

    /** Who scores as high as the right person stands before them: chance must not help. 0 without a template. */
    private static int rank(int probe, int[] gallery, Templates templates) {
        Optional<Embedding> searched = templates.embeddings().get(probe);
        if (searched.isEmpty()) {
            return 0;
        }
        double own = 0;
        double[] others = new double[gallery.length];
        for (int i = 0; i < gallery.length; i++) {
            double score = searched.get()
                    .similarity(templates.embeddings().get(gallery[i]).orElseThrow());
            boolean right = templates.mated(probe, gallery[i]);
            own = right ? score : own;
            others[i] = right ? Double.NEGATIVE_INFINITY : score;
        }
        int rank = 1;
        for (double other : others) {
            rank += other >= own ? 1 : 0;
        }
        return rank;
    }
}
