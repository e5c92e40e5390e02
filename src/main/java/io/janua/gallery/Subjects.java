package io.janua.gallery;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks subjects up for other features. */
@ApplicationScoped
public class Subjects {

    private final SubjectRepository subjects;
    private final SampleRepository samples;
    private final Cache recentlyUsed;

    private final Event<Used> uses;

    Subjects(
            SubjectRepository subjects,
            SampleRepository samples,
            @CacheName("recently-used") Cache recentlyUsed,
            Event<Used> uses) {
        this.subjects = subjects;
        this.samples = samples;
        this.recentlyUsed = recentlyUsed;
        this.uses = uses;
    }

    /** A use that was written down. */
    record Used(UUID subject) {}

    /** @throws Problem {@code subject_not_found} */
    @Transactional
    public SubjectRef get(GalleryRef gallery, String externalId) {
        return find(gallery, externalId).orElseThrow(() -> notFound(externalId));
    }

    /** By their ids in the database; who is not there any more is missing. */
    @Transactional
    public Map<UUID, SubjectRef> of(Collection<UUID> ids) {
        return subjects.list("id in ?1", ids).stream()
                .map(Subject::ref)
                .collect(Collectors.toMap(SubjectRef::id, Function.identity()));
    }

    /** The newest face of each that has a picture; who has none is missing. */
    @Transactional
    public Map<UUID, UUID> portraits(Collection<UUID> ids) {
        return samples.facesOf(ids).entrySet().stream()
                .filter(faces -> faces.getValue().portrait() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, faces -> faces.getValue().portrait()));
    }

    @Transactional
    public Optional<SubjectRef> find(GalleryRef gallery, String externalId) {
        return subjects.named(gallery.id(), externalId).map(Subject::ref);
    }

    @Transactional
    public boolean exists(GalleryRef gallery, String externalId) {
        return find(gallery, externalId).isPresent();
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
     * The subject was enrolled or recognised, so the retention clock begins anew. To the quarter of a day: most calls
     * find that this instance wrote it down already.
     */
    @Transactional
    public void used(UUID subject) {
        if (recentlyUsed.as(CaffeineCache.class).getIfPresent(subject) == null) {
            subjects.markUsed(subject, Instant.now());
            uses.fire(new Used(subject));
        }
    }

    /** Not before it lasts: what was rolled back has to be written by the next use. */
    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Used used) {
        recentlyUsed.as(CaffeineCache.class).put(used.subject(), CompletableFuture.completedFuture(used));
    }

    static Problem notFound(String externalId) {
        return new Problem(
                ProblemCode.SUBJECT_NOT_FOUND,
                "There is no subject '%s' in the gallery.".formatted(externalId),
                "subject",
                "Create it with PUT /v1/galleries/{gallery}/subjects/{subject}.");
    }
}
