package io.janua.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a distribution has moved from another one: the population stability index, Σ (oᵢ − rᵢ) · ln(oᵢ / rᵢ) over
 * groups of bins, with o and r the shares of observations and reference in a group. It is the symmetric divergence of S.
 * Kullback and R. A. Leibler, On Information and Sufficiency (1951); as an index with its usual bounds, N. Siddiqi, Credit
 * Risk Scorecards (2006): below 0.1 nothing to speak of, from 0.25 on a different population.
 *
 * <p>Where nothing has moved, the index of n observations in B groups against m is about (B − 1) · (1/n + 1/m): B.
 * Yurdakul, Statistical Properties of Population Stability Index (2018). With 10 groups, 200 observations and a reference
 * of 1,000 that is 0.054.
 */
final class StabilityIndex {

    /** From here on something has moved. */
    static final double SHIFTING = 0.1;

    /** A tenth of the reference each. */
    private static final double GROUP = 0.1;

    /** Added to each group, or the first observation where there was none would be infinitely far away. */
    private static final double HALF = 0.5;

    /** Shares that were added up. */
    private static final double TOLERANCE = 1e-9;

    private StabilityIndex() {}

    /** Of bins as they are: few, or words. */
    static double ofBins(long[] observed, double[] reference) {
        List<double[]> groups = new ArrayList<>();
        for (int i = 0; i < observed.length; i++) {
            groups.add(new double[] {observed[i], reference[i]});
        }
        return of(groups);
    }

    /** Of many bins, in groups that hold a tenth of the reference each, and one beyond each of its ends. */
    static double ofTenths(long[] observed, double[] reference) {
        double total = sum(reference);
        List<double[]> groups = new ArrayList<>();
        double[] group = new double[2];
        double seen = 0;
        for (int i = 0; i < observed.length; i++) {
            boolean begins = seen == 0 && reference[i] > 0;
            boolean over = total - seen <= TOLERANCE * total;
            if (begins && group[0] > 0 || over && group[1] > 0) {
                groups.add(group);
                group = new double[2];
            }
            group[0] += observed[i];
            group[1] += reference[i];
            seen += reference[i];
            if (group[1] >= GROUP * total * (1 - TOLERANCE)) {
                groups.add(group);
                group = new double[2];
            }
        }
        if (group[0] + group[1] > 0) {
            groups.add(group);
        }
        return of(groups);
    }

    private static double of(List<double[]> groups) {
        double observed = groups.stream().mapToDouble(group -> group[0] + HALF).sum();
        double reference = groups.stream().mapToDouble(group -> group[1] + HALF).sum();
        double index = 0;
        for (double[] group : groups) {
            double o = (group[0] + HALF) / observed;
            double r = (group[1] + HALF) / reference;
            index += (o - r) * Math.log(o / r);
        }
        return index;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
