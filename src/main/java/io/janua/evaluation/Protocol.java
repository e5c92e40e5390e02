package io.janua.evaluation;

import io.janua.evaluation.FoldAccuracy.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the listed pairs came to. A pair with a photograph without a face is refused at every threshold: as at a door,
 * that is wrong of one person's and right of two people's. A pair with a file that is no picture is left out.
 *
 * @param refused pairs that could not be compared for want of a face
 * @param unusable pairs that are left out
 * @param accuracy where there are several folds
 */
record Protocol(ErrorCurve curve, long refused, long unusable, Optional<FoldAccuracy> accuracy) {

    static Protocol of(List<PairsFile.Pair> pairs, List<Sample> samples) {
        var mated = new ScoreHistogram();
        var nonMated = new ScoreHistogram();
        List<Decided> decided = new ArrayList<>();
        long refused = 0;
        for (PairsFile.Pair pair : pairs) {
            Sample one = samples.get(pair.one());
            Sample other = samples.get(pair.other());
            if (one instanceof Sample.Unusable || other instanceof Sample.Unusable) {
                continue;
            }
            double score = score(one, other);
            decided.add(new Decided(pair.fold(), pair.mated(), score));
            refused += Double.isInfinite(score) ? 1 : 0;
            (pair.mated() ? mated : nonMated).add(Math.max(-1, score));
        }
        boolean folded = decided.stream().mapToInt(Decided::fold).distinct().count() > 1;
        return new Protocol(
                new ErrorCurve(mated, nonMated),
                refused,
                pairs.size() - decided.size(),
                folded ? Optional.of(FoldAccuracy.of(decided)) : Optional.empty());
    }

    private static double score(Sample one, Sample other) {
        return one instanceof Sample.Acquired probe && other instanceof Sample.Acquired reference
                ? probe.embedding().similarity(reference.embedding())
                : Double.NEGATIVE_INFINITY;
    }
}
