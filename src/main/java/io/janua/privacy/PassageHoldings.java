package io.janua.privacy;

import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What doors wrote down of a person. Whoever keeps it implements it. */
public interface PassageHoldings {

    /**
     * A decision about the person.
     *
     * @param taken whether they passed; null when nobody said
     * @param details what the decision rests on and what it set in motion, as JSON
     */
    @RegisterForReflection
    record HeldPassage(
            UUID id, String point, Instant decidedAt, String outcome, String reason, Boolean taken, Object details) {}

    /** @param zone where the person was last seen to go; null for outside */
    @RegisterForReflection
    record HeldPlace(String zone, Instant since, String point) {}

    /** Oldest first. */
    List<HeldPassage> passages(GalleryRef gallery, SubjectRef subject, Optional<UUID> after, int limit);

    /** Empty when nothing is known. */
    Optional<HeldPlace> place(GalleryRef gallery, SubjectRef subject);
}
