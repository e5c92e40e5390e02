package io.janua.gallery;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Keeps the faces of subjects. */
@ApplicationScoped
public class Samples {

    private final SubjectRepository subjects;
    private final SampleRepository samples;
    private final GallerySearch search;
    private final EntityManager entities;

    Samples(SubjectRepository subjects, SampleRepository samples, GallerySearch search, EntityManager entities) {
        this.subjects = subjects;
        this.samples = samples;
        this.search = search;
        this.entities = entities;
    }

    /**
     * What became of an enrolment.
     *
     * @param others subjects of the gallery that have this face too, as the check found them
     */
    public record Added(SampleView sample, List<Candidate> others) {}

    /**
     * Checks and stores in one transaction. The subject stays locked meanwhile, so that an erasure waits and then
     * removes this face too.
     *
     * @param check which of the ranked candidates are the same face; it may refuse by throwing
     * @throws Problem {@code subject_not_found}, {@code idempotency_key_reused}, and what {@code check} throws
     */
    @Transactional
    public Added add(
            GalleryRef gallery, String subject, NewSample wanted, Function<SearchResult, List<Candidate>> check) {
        if (gallery.policy().duplicates() == GalleryPolicy.Duplicates.REFUSE) {
            search.awaitExclusiveEnrolment(gallery);
        }
        Subject owner = subjects.namedForUpdate(gallery.id(), subject).orElseThrow(() -> Subjects.notFound(subject));
        Optional<Sample> before = wanted.idempotencyKey().flatMap(key -> samples.withIdempotencyKey(owner.id, key));
        if (before.isPresent()) {
            return repeated(before.get(), wanted, subject);
        }
        List<Candidate> others = gallery.policy().duplicates() == GalleryPolicy.Duplicates.OFF
                ? List.of()
                : check.apply(search.others(gallery, wanted.embedding(), owner.id, GallerySearch.DUPLICATES));
        return new Added(SampleView.from(store(gallery, owner, wanted), subject), others);
    }

    @Transactional
    public Page<SampleView> list(GalleryRef gallery, String subject, PageQuery query) {
        Subject owner = owner(gallery, subject);
        String list = "faces:" + owner.id;
        var last = query.lastId(list);
        return Page.of(
                        list,
                        samples.after(owner.id, last, query.size() + 1),
                        query.size(),
                        sample -> sample.id.toString())
                .map(sample -> SampleView.from(sample, subject));
    }

    @Transactional
    public SampleView get(GalleryRef gallery, String subject, UUID face) {
        return SampleView.from(find(gallery, subject, face), subject);
    }

    @Transactional
    public void delete(GalleryRef gallery, String subject, UUID face) {
        // Whoever erases the subject at the same time goes first or second, not in between.
        subjects.namedForUpdate(gallery.id(), subject);
        samples.delete(find(gallery, subject, face));
    }

    /** @return JPEG */
    @Transactional
    public byte[] image(GalleryRef gallery, String subject, UUID face) {
        return samples.image(find(gallery, subject, face).id)
                .orElseThrow(() -> new Problem(
                        ProblemCode.IMAGE_NOT_KEPT,
                        "No picture was kept of this face.",
                        "face",
                        "Set the gallery's policy.imageRetention to 'crop' before enrolling."));
    }

    private Added repeated(Sample before, NewSample wanted, String subject) {
        if (!wanted.sameUpload(before.uploadDigest)) {
            throw new Problem(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "Another picture was enrolled under this Idempotency-Key.",
                    "Idempotency-Key",
                    "Use a new key for every new enrolment, and the same one only to repeat it.");
        }
        return new Added(SampleView.from(before, subject), List.of());
    }

    private Sample store(GalleryRef gallery, Subject owner, NewSample wanted) {
        Sample sample = new Sample();
        sample.galleryId = gallery.id();
        sample.subjectId = owner.id;
        sample.description = wanted.description();
        sample.hasImage = wanted.image().isPresent();
        sample.idempotencyKey = wanted.idempotencyKey().orElse(null);
        sample.uploadDigest =
                wanted.idempotencyKey().map(key -> wanted.uploadDigest()).orElse(null);
        sample.createdAt = Instant.now();
        samples.persist(sample);
        Template template = new Template();
        template.galleryId = gallery.id();
        template.subjectId = owner.id;
        template.sampleId = sample.id;
        template.model = wanted.embedding().model();
        template.embedding = wanted.embedding().values();
        entities.persist(template);
        wanted.image().ifPresent(jpeg -> {
            SampleImage image = new SampleImage();
            image.sampleId = sample.id;
            image.content = jpeg;
            entities.persist(image);
        });
        return sample;
    }

    private Subject owner(GalleryRef gallery, String subject) {
        return subjects.named(gallery.id(), subject).orElseThrow(() -> Subjects.notFound(subject));
    }

    private Sample find(GalleryRef gallery, String subject, UUID face) {
        return samples.of(owner(gallery, subject).id, face)
                .orElseThrow(() -> new Problem(
                        ProblemCode.FACE_NOT_FOUND,
                        "The subject '%s' has no face %s.".formatted(subject, face),
                        "face",
                        "List the faces with GET …/subjects/{subject}/faces."));
    }
}
