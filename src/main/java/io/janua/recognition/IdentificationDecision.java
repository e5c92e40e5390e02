package io.janua.recognition;

import io.janua.gallery.Candidate;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SearchResult;
import java.util.List;
import java.util.OptionalDouble;

/** What a 1:N search means. */
sealed interface IdentificationDecision {

    /** One subject above the threshold, and nobody near it. */
    record Identified(Candidate subject, double threshold) implements IdentificationDecision {}

    /** Two or more subjects above the threshold, and close: twins or duplicates, a question for a person. */
    record Ambiguous(List<Candidate> subjects, double threshold) implements IdentificationDecision {}

    record Unknown(double threshold) implements IdentificationDecision {}

    /** The probe does not seem to be a living person; nothing was searched. */
    record Spoof() implements IdentificationDecision {}

    /**
     * The scores that it rests on. Of subjects that are too much alike the best one counts as found, and the next as
     * somebody else.
     *
     * @param found by the search that was decided about
     */
    default Scored.Search scored(GalleryRef gallery, SearchResult found) {
        return switch (this) {
            case Identified _, Ambiguous _ ->
                new Scored.Search(gallery, score(found, 0), score(found, 1), found.gallerySize() - 1);
            case Unknown _ -> new Scored.Search(gallery, OptionalDouble.empty(), score(found, 0), found.gallerySize());
            case Spoof() -> throw new IllegalStateException("nothing was searched for a spoof");
        };
    }

    private static OptionalDouble score(SearchResult found, int place) {
        return found.ranked().stream().skip(place).mapToDouble(Candidate::score).findFirst();
    }
}
