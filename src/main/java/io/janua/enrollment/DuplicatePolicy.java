package io.janua.enrollment;

import io.janua.gallery.Candidate;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import io.janua.vision.model.ErrorRates;
import java.util.List;

/**
 * Who of the other subjects has the same face: those whom an identification of the new face would accept.
 *
 * @param fpir how often a person who is not in the gallery may be taken for a duplicate
 */
record DuplicatePolicy(Calibration calibration, double fpir) {

    List<Candidate> duplicates(SearchResult others) {
        double threshold = calibration.thresholdAt(ErrorRates.fmrFor(fpir, others.gallerySize()));
        return others.ranked().stream()
                .takeWhile(candidate -> candidate.score() >= threshold)
                .toList();
    }
}
