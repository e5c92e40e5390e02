package io.janua.evaluation;

import io.janua.vision.model.Rate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Accuracy as LFW's protocol reports it (G. B. Huang et al., "Labeled Faces in the Wild", 2007, section III): each fold
 * is decided with the threshold that is best on the others; the mean p̂ of the folds' accuracies stands beside its
 * standard error S = σ̂/√k, where σ̂² = Σ(pᵢ − p̂)²/(k − 1).
 *
 * @param folds accuracy of each, 0 to 1
 */
record FoldAccuracy(List<Double> folds) {

    /** Student's t, 97.5 %, for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.960;

    /**
     * @param fold from 0
     * @param score negative infinity where there was nothing to compare, which is a refusal
     */
    record Decided(int fold, boolean mated, double score) {}

    FoldAccuracy {
        folds = List.copyOf(folds);
        if (folds.size() < 2) {
            throw new IllegalArgumentException("there are folds, or there are not");
        }
    }

    /** @param pairs of two folds or more; a fold without pairs is left out */
    static FoldAccuracy of(List<Decided> pairs) {
        List<Double> accuracies = new ArrayList<>();
        for (int fold :
                pairs.stream().mapToInt(Decided::fold).distinct().sorted().toArray()) {
            double threshold = bestThreshold(
                    pairs.stream().filter(pair -> pair.fold() != fold).toList());
            List<Decided> tested =
                    pairs.stream().filter(pair -> pair.fold() == fold).toList();
            accuracies.add(accuracy(tested, threshold));
        }
        return new FoldAccuracy(accuracies);
    }

    /**
     * In the middle between the two scores where the most pairs are decided right; the lowest of equally good ones. What
     * is refused at every threshold has no say in it.
     */
    static double bestThreshold(List<Decided> pairs) {
        List<Decided> rising = pairs.stream()
                .filter(pair -> Double.isFinite(pair.score()))
                .sorted(Comparator.comparingDouble(Decided::score))
                .toList();
        // From a threshold below all: every mated pair is right.
        long right = rising.stream().filter(Decided::mated).count();
        long best = right;
        double threshold = -1;
        for (int i = 0; i < rising.size(); i++) {
            right += rising.get(i).mated() ? -1 : 1;
            boolean last = i + 1 == rising.size();
            double score = rising.get(i).score();
            if (right > best && (last || rising.get(i + 1).score() > score)) {
                best = right;
                threshold =
                        last ? Math.nextUp(score) : (score + rising.get(i + 1).score()) / 2;
            }
        }
        return threshold;
    }

    static double accuracy(List<Decided> pairs, double threshold) {
        long right = pairs.stream()
                .filter(pair -> pair.mated() == pair.score() >= threshold)
                .count();
        return (double) right / pairs.size();
    }

    double mean() {
        return folds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    double standardError() {
        double mean = mean();
        double squares = folds.stream()
                .mapToDouble(accuracy -> (accuracy - mean) * (accuracy - mean))
                .sum();
        return Math.sqrt(squares / (folds.size() - 1)) / Math.sqrt(folds.size());
    }

    /** 95 %, by Student's t with k − 1 degrees of freedom, within 0 to 1. */
    Rate.Interval interval() {
        int freedom = folds.size() - 1;
        double reach = (freedom <= T.length ? T[freedom - 1] : NORMAL) * standardError();
        return new Rate.Interval(Math.max(0, mean() - reach), Math.min(1, mean() + reach));
    }
}
