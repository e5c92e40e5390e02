package io.janua.gallery;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Looks subjects up for other features. */
@ApplicationScoped
public class Subjects {

    private final SubjectRepository subjects;

    Subjects(SubjectRepository subjects) {
        this.subjects = subjects;
    }

    /** @throws Problem {@code subject_not_found} */
    @Transactional
    public SubjectRef get(GalleryRef gallery, String externalId) {
        Subject subject = subjects.named(gallery.id(), externalId).orElseThrow(() -> notFound(externalId));
        return new SubjectRef(subject.id, subject.externalId, subject.name, subject.takesPartAt(Instant.now()));
    }

    static Problem notFound(String externalId) {
        return new Problem(
                ProblemCode.SUBJECT_NOT_FOUND,
                "There is no subject '%s' in the gallery.".formatted(externalId),
                "subject",
                "Create it with PUT /v1/galleries/{gallery}/subjects/{subject}.");
    }
}
