package io.janua.evaluation;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ScoreDistribution;
import java.util.List;
import java.util.Optional;

/** What became of one pack. */
sealed interface PackOutcome {

    String pack();

    /**
     * @param all every two photographs
     * @param protocol the listed pairs, where there is a list
     * @param falseNonMatches pairs of one person, least alike first
     * @param falseMatches pairs of two people, most alike first
     * @param calibration what the catalogue could hold, where there are enough pairs
     */
    record Judged(
            String pack,
            List<ModelEntry> models,
            ModelEntry embedder,
            Acquisition acquisition,
            ErrorCurve all,
            ScoreDistribution scores,
            Optional<Protocol> protocol,
            Identification identification,
            StageTimes times,
            double threshold,
            List<Mistake> falseNonMatches,
            List<Mistake> falseMatches,
            Optional<Calibration> calibration)
            implements PackOutcome {}

    /** It could not be asked. */
    record Unfit(String pack, String why) implements PackOutcome {}
}
