package io.janua.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a distribution has moved from another one: the population stability index, Σ (oᵢ − rᵢ) · ln(oᵢ / rᵢ) over
 * groups of bins, with o and r the shares of observations and reference in a group. It is the symmetric divergence of S.
 * Kullback and R. A. Leibler, On Information and Sufficiency (1951); as an index with its usual bounds, N. Siddiqi, Credit
 * Risk Scorecards (2006): below 0.1 nothing to speak of, from 0.25 on a different population.
 *
 * @param value 0 or above
 * @param groups B, those that hold anything
 */
record StabilityIndex(double value, int groups) {

    /** From here on something has moved. */
    static final double SHIFTING = 0.1;

    /** A tenth of the reference each. */
    private static final double GROUP = 0.1;

    /** Added to each group, or the first observation where there was none would be infinitely far away. */
    private static final double HALF = 0.5;

    /** Shares that were added up. */
    private static final double TOLERANCE = 1e-9;

    /** Of bins as they are: few, or words. */
    static StabilityIndex ofBins(long[] observed, double[] reference) {
        List<double[]> groups = new ArrayList<>();
        for (int i = 0; i < observed.length; i++) {
            groups.add(new double[] {observed[i], reference[i]});
        }
        return of(groups);
    }

    /** Of many bins, in groups that hold a tenth of the reference each, and one beyond each of its ends. */
    static StabilityIndex ofTenths(long[] observed, double[] reference) {
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
        groups.add(group);
        return of(groups);
    }

    /**
     * What chance explains where nothing has moved: the index over 1/n + 1/m is distributed as χ² with B − 1 degrees of
     * freedom, so its mean and two standard deviations are (B − 1 + 2·√(2(B − 1))) · (1/n + 1/m), for independent
     * observations (B. Yurdakul, Statistical Properties of Population Stability Index, 2018).
     *
     * @param observations n
     * @param reference m
     */
    double chance(double observations, double reference) {
        return (groups - 1 + 2 * Math.sqrt(2.0 * (groups - 1))) * (1 / observations + 1 / reference);
    }

    private static StabilityIndex of(List<double[]> all) {
        List<double[]> groups =
                all.stream().filter(group -> group[0] + group[1] > 0).toList();
        double observed = groups.stream().mapToDouble(group -> group[0] + HALF).sum();
        double reference = groups.stream().mapToDouble(group -> group[1] + HALF).sum();
        double index = 0;
        for (double[] group : groups) {
            double o = (group[0] + HALF) / observed;
            double r = (group[1] + HALF) / reference;
            index += (o - r) * Math.log(o / r);
        }
        return new StabilityIndex(index, groups.size());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
