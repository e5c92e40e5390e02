package io.janua.gallery;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Looks subjects up for other features. */
@ApplicationScoped
public class Subjects {

    private final SubjectRepository subjects;
    private final Cache recentlyUsed;

    Subjects(SubjectRepository subjects, @CacheName("recently-used") Cache recentlyUsed) {
        this.subjects = subjects;
        this.recentlyUsed = recentlyUsed;
    }

    /** @throws Problem {@code subject_not_found} */
    @Transactional
    public SubjectRef get(GalleryRef gallery, String externalId) {
        return subjects.named(gallery.id(), externalId).map(Subject::ref).orElseThrow(() -> notFound(externalId));
    }

    /**
     * Keeps the subject as it is until the caller's transaction ends.
     *
     * @throws Problem {@code subject_not_found}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SubjectRef lock(GalleryRef gallery, String externalId) {
        return subjects.namedForUpdate(gallery.id(), externalId)
                .map(Subject::ref)
                .orElseThrow(() -> notFound(externalId));
    }

    /**
     * The subject was enrolled or recognised, so the retention clock begins anew. To the day: most calls find that this
     * instance wrote it down already.
     */
    @Transactional
    public void used(UUID subject) {
        recentlyUsed
                .get(subject, id -> subjects.markUsed(id, Instant.now()))
                .await()
                .indefinitely();
    }

    static Problem notFound(String externalId) {
        return new Problem(
                ProblemCode.SUBJECT_NOT_FOUND,
                "There is no subject '%s' in the gallery.".formatted(externalId),
                "subject",
                "Create it with PUT /v1/galleries/{gallery}/subjects/{subject}.");
    }
}
