package io.janua.enrollment;

import io.janua.gallery.Candidate;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import io.janua.vision.model.ErrorRates;
import java.util.List;
import java.util.Set;

/**
 * Who of the other subjects has the same face: those whom an identification of the new face would accept.
 *
 * @param fpir how often a person who is not in the gallery may be taken for a duplicate
 * @param distinct ids of subjects whom a person has found to be somebody else
 */
record DuplicatePolicy(Calibration calibration, double fpir, Set<String> distinct) {

    List<Candidate> duplicates(SearchResult others) {
        double threshold = calibration.thresholdAt(ErrorRates.fmrFor(fpir, others.gallerySize()));
        return others.ranked().stream()
                .takeWhile(candidate -> candidate.score() >= threshold)
                .filter(candidate -> !distinct.contains(candidate.subject()))
                .toList();
    }
}
