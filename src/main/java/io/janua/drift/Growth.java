package io.janua.drift;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the best of many scores would be, had the gallery been of another size. The best of N scores is below s with the
 * probability F(s)^N, so where all but the number stays the same, the distribution of the best among k times as many is
 * that of the baseline to the power of k. Neither F nor how many pictures there are of each person need be known.
 *
 * @param times how many times as many people as then, above 0
 */
record Growth(double times) {

    static final Growth NONE = new Growth(1);

    /** Beyond, what is raised to a power are the few highest scores of the baseline. */
    private static final double MOST = 4;

    /** Empty where it is too much to tell anything from the baseline. */
    static Optional<Growth> between(Counts then, Counts now) {
        double times = Measure.size(middleStep(now) - middleStep(then));
        return Optional.of(new Growth(times)).filter(growth -> times <= MOST && times >= 1 / MOST);
    }

    /** @return by bin; the sum is that of the given ones */
    double[] of(long[] best) {
        double total = Arrays.stream(best).sum();
        double[] grown = new double[best.length];
        double before = 0;
        long below = 0;
        for (int bin = 0; bin < best.length; bin++) {
            below += best[bin];
            double share = Math.pow(below / total, times);
            grown[bin] = total * (share - before);
            before = share;
        }
        return grown;
    }

    /** How many observations tell as much: of many people the best ones are the best of a part of the baseline. */
    double observations(long best) {
        return best / Math.max(1, times);
    }

    private static double middleStep(Counts counts) {
        long[] sizes = counts.of(Measure.OTHERS_SIZE);
        double sum = 0;
        for (int step = 0; step < sizes.length; step++) {
            sum += (double) step * sizes[step];
        }
        return sum / Arrays.stream(sizes).sum();
    }
}
