package io.janua.gallery;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Subjects that nobody has enrolled or recognised for long, for the retention clock. */
@ApplicationScoped
public class UnusedSubjects {

    private static final String UNUSED = "galleryId = ?1 and lastUsedAt <= ?2";

    private final SubjectRepository subjects;

    UnusedSubjects(SubjectRepository subjects) {
        this.subjects = subjects;
    }

    /** @param since last used then or before */
    @Transactional
    public long count(GalleryRef gallery, Instant since) {
        return subjects.count(UNUSED, gallery.id(), since);
    }

    /** @return the callers' own ids, in order */
    @Transactional
    public List<String> after(GalleryRef gallery, Instant since, String lastExternalId, int limit) {
        return subjects
                .find(UNUSED + " and externalId > ?3 order by externalId", gallery.id(), since, lastExternalId)
                .range(0, limit - 1)
                .stream()
                .map(subject -> subject.externalId)
                .toList();
    }

    /**
     * Keeps the subject as it is until the caller's transaction ends.
     *
     * @return false when it was erased or used meanwhile
     */
    @Transactional(MANDATORY)
    public boolean lock(GalleryRef gallery, String externalId, Instant since) {
        return subjects.namedForUpdate(gallery.id(), externalId)
                .filter(subject -> !subject.lastUsedAt.isAfter(since))
                .isPresent();
    }
}
