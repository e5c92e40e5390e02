package io.janua.recognition;

import io.janua.gallery.Candidate;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SearchResult;
import io.janua.vision.model.Calibration;
import java.util.Arrays;
import java.util.UUID;

/** Searches that happened nowhere, decided about as any other. */
public final class Searches {

    private Searches() {}

    /** @param scores of different subjects, the best first */
    public static Scored.Search decided(
            GalleryRef gallery, Calibration calibration, long gallerySize, double... scores) {
        var found = new SearchResult(
                gallerySize,
                Arrays.stream(scores)
                        .mapToObj(score -> new Candidate(UUID.randomUUID(), "somebody", null, score))
                        .toList());
        return new DecisionPolicy(calibration)
                .identify(found, gallery.policy().fpir())
                .scored(gallery, found);
    }
}
