package io.janua.gallery;

import io.janua.tenant.CurrentTenant;
import io.janua.vision.FaceDescription;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads out what is held of a subject, to hand it over. Whoever does so tells of it. */
@ApplicationScoped
public class SubjectArchive {

    private static final String TEMPLATES = """
            SELECT t.sample_id, t.model, vector_dims(t.embedding) FROM template t
            WHERE t.tenant_id = :tenant AND t.sample_id IN (:samples) ORDER BY t.sample_id, t.model""";

    private final SubjectRepository subjects;
    private final SampleRepository samples;
    private final Samples pictures;
    private final EntityManager entities;
    private final CurrentTenant tenant;

    SubjectArchive(
            SubjectRepository subjects,
            SampleRepository samples,
            Samples pictures,
            EntityManager entities,
            CurrentTenant tenant) {
        this.subjects = subjects;
        this.samples = samples;
        this.pictures = pictures;
        this.entities = entities;
        this.tenant = tenant;
    }

    /** What is said of a subject. */
    @RegisterForReflection
    public record HeldSubject(
            String gallery,
            String id,
            String name,
            Map<String, Object> attributes,
            SubjectStatus status,
            Instant validFrom,
            Instant validUntil,
            Instant createdAt,
            Instant updatedAt,
            Instant lastUsedAt) {}

    /** What is known of a face. */
    public record HeldFace(
            UUID id, Instant enrolledAt, FaceDescription face, boolean hasPicture, List<HeldTemplate> templates) {}

    /**
     * That there is a template; its numbers stay inside.
     *
     * @param dimension how many numbers it has
     */
    @RegisterForReflection
    public record HeldTemplate(String model, int dimension, Instant madeAt) {}

    /** @throws io.janua.problem.Problem {@code subject_not_found} */
    @Transactional
    public HeldSubject subject(GalleryRef gallery, String externalId) {
        Subject subject = subjects.named(gallery.id(), externalId).orElseThrow(() -> Subjects.notFound(externalId));
        return new HeldSubject(
                gallery.name(),
                subject.externalId,
                subject.name,
                subject.attributes,
                subject.status,
                subject.validFrom,
                subject.validUntil,
                subject.createdAt,
                subject.updatedAt,
                subject.lastUsedAt);
    }

    /** Oldest first. */
    @Transactional
    public List<HeldFace> faces(SubjectRef subject, Optional<UUID> after, int limit) {
        List<Sample> found = samples.after(subject.id(), after, limit);
        var templates = templates(found);
        return found.stream()
                .map(sample -> new HeldFace(
                        sample.id,
                        sample.createdAt,
                        sample.description,
                        sample.hasImage,
                        templates.getOrDefault(sample.id, List.of())))
                .toList();
    }

    /**
     * Waits for an erasure that is under way, rather than find the picture and then no key.
     *
     * @return JPEG; empty when no picture is kept, or not any more
     */
    @Transactional
    public Optional<byte[]> picture(SubjectRef subject, UUID face) {
        return subjects.findByIdOptional(subject.id(), LockModeType.PESSIMISTIC_READ)
                .flatMap(_ -> samples.of(subject.id(), face))
                .flatMap(pictures::picture);
    }

    private Map<UUID, List<HeldTemplate>> templates(List<Sample> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        var enrolledAt = of.stream().collect(Collectors.toMap(sample -> sample.id, sample -> sample.createdAt));
        return entities.unwrap(Session.class)
                .createNativeQuery(TEMPLATES, Object[].class)
                .setParameter("tenant", tenant.id())
                .setParameterList("samples", enrolledAt.keySet())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> new HeldTemplate(
                                        (String) row[1], ((Number) row[2]).intValue(), enrolledAt.get((UUID) row[0])),
                                Collectors.toList())));
    }
}
