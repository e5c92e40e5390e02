package io.janua.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Compares every vector with every probe: what a search may be measured by. */
final class ExactAnswers {

    private static final long STRETCH = 10_000;

    private ExactAnswers() {}

    /**
     * The best scores, the highest first.
     *
     * @return of each probe
     */
    static List<double[]> bestScores(VectorFile vectors, List<float[]> probes, int count) {
        // Coordinates of all probes beside each other: the JVM makes vector instructions of a sum over probes.
        var byCoordinate = new float[vectors.dimension()][probes.size()];
        for (int i = 0; i < vectors.dimension(); i++) {
            for (int probe = 0; probe < probes.size(); probe++) {
                byCoordinate[i][probe] = probes.get(probe)[i];
            }
        }
        return LongStream.rangeClosed(0, (vectors.count() - 1) / STRETCH)
                .parallel()
                .mapToObj(stretch -> stretch(vectors, byCoordinate, probes.size(), count, stretch * STRETCH))
                .reduce((one, other) -> merged(one, other, count))
                .orElseThrow()
                .toList();
    }

    /** Of each probe the best scores, the lowest first. */
    private record Best(float[][] ofProbes) {

        List<double[]> toList() {
            return Arrays.stream(ofProbes).map(Best::highestFirst).toList();
        }

        private static double[] highestFirst(float[] ascending) {
            return IntStream.range(0, ascending.length)
                    .mapToDouble(i -> ascending[ascending.length - 1 - i])
                    .toArray();
        }
    }

    private static Best stretch(VectorFile vectors, float[][] byCoordinate, int probes, int count, long begin) {
        var best = new float[probes][count];
        for (float[] ofProbe : best) {
            Arrays.fill(ofProbe, Float.NEGATIVE_INFINITY);
        }
        float[] vector = new float[byCoordinate.length];
        float[] scores = new float[probes];
        long end = Math.min(vectors.count(), begin + STRETCH);
        for (long number = begin; number < end; number++) {
            vectors.read(number, vector);
            Arrays.fill(scores, 0);
            for (int i = 0; i < vector.length; i++) {
                add(vector[i], byCoordinate[i], scores);
            }
            for (int probe = 0; probe < probes; probe++) {
                if (scores[probe] > best[probe][0]) {
                    insert(best[probe], scores[probe]);
                }
            }
        }
        return new Best(best);
    }

    private static void add(float factor, float[] source, float[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }

    /** In the place of the lowest. */
    private static void insert(float[] ascending, float score) {
        int at = 0;
        while (at + 1 < ascending.length && ascending[at + 1] < score) {
            ascending[at] = ascending[at + 1];
            at++;
        }
        ascending[at] = score;
    }

    private static Best merged(Best one, Best other, int count) {
        var best = new float[one.ofProbes.length][];
        for (int probe = 0; probe < best.length; probe++) {
            float[] all = Arrays.copyOf(one.ofProbes[probe], 2 * count);
            System.arraycopy(other.ofProbes[probe], 0, all, count, count);
            Arrays.sort(all);
            best[probe] = Arrays.copyOfRange(all, count, 2 * count);
        }
        return new Best(best);
    }
}
