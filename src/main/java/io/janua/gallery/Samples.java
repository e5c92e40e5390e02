package io.janua.gallery;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps the faces of subjects. */
@ApplicationScoped
public class Samples {

    private final SubjectRepository subjects;
    private final SampleRepository samples;
    private final TemplateRepository templates;
    private final GallerySearch search;
    private final TemplateProtection protection;
    private final SubjectKeys keys;
    private final EntityManager entities;
    private final Event<Happening> happenings;

    Samples(
            SubjectRepository subjects,
            SampleRepository samples,
            TemplateRepository templates,
            GallerySearch search,
            TemplateProtection protection,
            SubjectKeys keys,
            EntityManager entities,
            Event<Happening> happenings) {
        this.subjects = subjects;
        this.samples = samples;
        this.templates = templates;
        this.search = search;
        this.protection = protection;
        this.keys = keys;
        this.entities = entities;
        this.happenings = happenings;
    }

    /**
     * What became of an enrolment.
     *
     * @param others subjects of the gallery that have this face too, as the check found them
     * @param repeated whether it was kept before, by the same request
     */
    public record Added(SampleView sample, List<Candidate> others, boolean repeated) {}

    /**
     * Checks and stores in one transaction. The subject stays locked meanwhile, so that an erasure waits and then
     * removes this face too.
     *
     * @param permission asks again whether the face may be kept, by throwing where not: what was true before the face was
     *     computed may have ended
     * @param check which of the ranked candidates are the same face; it may refuse by throwing
     * @throws Problem {@code subject_not_found}, {@code idempotency_key_reused}, and what the two throw
     */
    @Transactional
    public Added add(
            GalleryRef gallery,
            String subject,
            NewSample wanted,
            Consumer<SubjectRef> permission,
            Function<SearchResult, List<Candidate>> check) {
        awaitTurn(gallery);
        Subject owner = subjects.namedForUpdate(gallery.id(), subject).orElseThrow(() -> Subjects.notFound(subject));
        permission.accept(owner.ref());
        Optional<Sample> before = wanted.idempotencyKey().flatMap(key -> samples.withIdempotencyKey(owner.id, key));
        if (before.isPresent()) {
            return repeated(before.get(), wanted, subject);
        }
        List<Candidate> others = gallery.policy().duplicates() == GalleryPolicy.Duplicates.OFF
                ? List.of()
                : check.apply(search.others(gallery, wanted.embedding(), owner.id, GallerySearch.DUPLICATES));
        SampleView stored = SampleView.from(
                store(gallery, owner, wanted),
                subject,
                List.of(wanted.embedding().model()));
        var told = Happening.of(Action.FACE_ENROLLED)
                .in(gallery.name())
                .on(subject)
                .with("face", stored.id().toString())
                .with("model", gallery.model())
                .with("picture", stored.hasImage())
                .with("duplicates", others.size());
        for (var fact : wanted.facts().entrySet()) {
            told = told.with(fact.getKey(), fact.getValue());
        }
        happenings.fire(told);
        return new Added(stored, others, false);
    }

    /**
     * Where duplicates are refused, one enrolment goes after the other. Whoever locks something before {@link #add} waits
     * here first: two could else wait for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void awaitTurn(GalleryRef gallery) {
        if (gallery.policy().duplicates() == GalleryPolicy.Duplicates.REFUSE) {
            search.awaitExclusiveEnrolment(gallery);
        }
    }

    /** Whether an enrolment of the subject was kept under this Idempotency-Key. */
    @Transactional
    public boolean isKept(SubjectRef subject, String idempotencyKey) {
        return samples.withIdempotencyKey(subject.id(), idempotencyKey).isPresent();
    }

    @Transactional
    public Page<SampleView> list(GalleryRef gallery, String subject, PageQuery query) {
        Subject owner = owner(gallery, subject);
        String list = "faces:" + owner.id;
        var found = samples.after(owner.id, query.lastId(list), query.size() + 1);
        var models = templates.modelsOf(gallery.id(), owner.id);
        return Page.of(list, found, query.size(), sample -> sample.id.toString())
                .map(sample -> SampleView.from(sample, subject, models.getOrDefault(sample.id, List.of())));
    }

    @Transactional
    public SampleView get(GalleryRef gallery, String subject, UUID face) {
        return view(find(gallery, subject, face), subject);
    }

    @Transactional
    public void delete(GalleryRef gallery, String subject, UUID face) {
        // Whoever erases the subject at the same time goes first or second, not in between.
        subjects.namedForUpdate(gallery.id(), subject);
        samples.delete(find(gallery, subject, face));
        happenings.fire(happening(Action.FACE_DELETED, gallery, subject, face));
    }

    /** @return JPEG */
    @Transactional
    public byte[] image(GalleryRef gallery, String subject, UUID face) {
        byte[] jpeg = picture(find(gallery, subject, face))
                .orElseThrow(() -> new Problem(
                        ProblemCode.IMAGE_NOT_KEPT,
                        "No picture was kept of this face.",
                        "face",
                        "Set the gallery's policy.imageRetention to 'crop' before enrolling."));
        happenings.fire(happening(Action.FACE_VIEWED, gallery, subject, face));
        return jpeg;
    }

    /** @return JPEG; empty when the policy kept none, or an erasure has just taken it */
    Optional<byte[]> picture(Sample sample) {
        return samples.image(sample.id)
                .flatMap(image -> image.encrypted
                        ? keys.unseal(sample.subjectId, sample.id, image.content)
                        : Optional.of(image.content));
    }

    private Added repeated(Sample before, NewSample wanted, String subject) {
        if (!wanted.sameUpload(before.uploadDigest)) {
            throw new Problem(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "Another picture was enrolled under this Idempotency-Key.",
                    "Idempotency-Key",
                    "Use a new key for every new enrolment, and the same one only to repeat it.");
        }
        return new Added(view(before, subject), List.of(), true);
    }

    private SampleView view(Sample sample, String subject) {
        var models = templates.modelsOf(sample.galleryId, sample.subjectId);
        return SampleView.from(sample, subject, models.getOrDefault(sample.id, List.of()));
    }

    private Sample store(GalleryRef gallery, Subject owner, NewSample wanted) {
        owner.lastUsedAt = Instant.now();
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
        var turned = protection.forStorage(wanted.embedding());
        template.secret = turned.secret();
        template.embedding = turned.values();
        entities.persist(template);
        wanted.image().ifPresent(jpeg -> {
            SampleImage image = new SampleImage();
            image.sampleId = sample.id;
            image.content = keys.seal(owner, sample.id, jpeg);
            image.encrypted = true;
            entities.persist(image);
        });
        return sample;
    }

    private static Happening happening(Action action, GalleryRef gallery, String subject, UUID face) {
        return Happening.of(action).in(gallery.name()).on(subject).with("face", face.toString());
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
