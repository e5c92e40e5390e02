package io.janua.enrollment;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.event.Outcomes;
import io.janua.gallery.Candidate;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.GallerySearch;
import io.janua.gallery.NewSample;
import io.janua.gallery.Samples;
import io.janua.gallery.SearchResult;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.privacy.Consents;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.security.Invitee;
import io.janua.security.Operations;
import io.janua.time.Stage;
import io.janua.time.Stages;
import io.janua.vision.Face;
import io.janua.vision.FaceDescription;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** Adds a face to a subject: gate by quality, liveness and head turns, look for duplicates, keep. */
@ApplicationScoped
public class EnrollmentService {

    /** Fewer than the candidates that a check looks at, so that another duplicate is always among them. */
    static final int MAX_DISTINCT = GallerySearch.DUPLICATES - 1;

    private final Galleries galleries;
    private final Subjects subjects;
    private final Samples samples;
    private final Consents consents;
    private final Challenges challenges;
    private final TurnCheck turns;
    private final InvitationService invitations;
    private final FaceRecognizer recognizer;
    private final StoringTurns storing;
    private final Outcomes outcomes;
    private final Caller caller;
    private final Stages stages;

    EnrollmentService(
            Galleries galleries,
            Subjects subjects,
            Samples samples,
            Consents consents,
            Challenges challenges,
            TurnCheck turns,
            InvitationService invitations,
            FaceRecognizer recognizer,
            StoringTurns storing,
            Outcomes outcomes,
            Caller caller,
            Stages stages) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.samples = samples;
        this.consents = consents;
        this.challenges = challenges;
        this.turns = turns;
        this.invitations = invitations;
        this.recognizer = recognizer;
        this.storing = storing;
        this.outcomes = outcomes;
        this.caller = caller;
        this.stages = stages;
    }

    /** By the organisation's own staff or machines. */
    EnrollmentView enroll(String galleryName, String subject, EnrollmentRequest request) {
        return enroll(galleryName, subject, request, Optional.empty());
    }

    /** By the invited person, which uses the invitation up. */
    EnrollmentView enroll(Invitee invitee, EnrollmentRequest request) {
        return enroll(invitee.gallery(), invitee.subject(), request, Optional.of(invitee.invitation()));
    }

    /**
     * One of many, whose subject may come into being with it.
     *
     * @param bringsConsent whether {@code before} records one where none is in force
     * @param before runs in the transaction that keeps the face, before anything is locked
     * @param after runs in the same transaction, when the face is kept
     */
    public void enrollOneOf(
            GalleryRef gallery,
            String subject,
            EnrollmentRequest request,
            boolean bringsConsent,
            Runnable before,
            Consumer<Samples.Added> after) {
        outcomes.explained(about(gallery, subject), () -> {
            if (!bringsConsent) {
                consents.require(gallery, subject);
            }
            // Nobody turns the head in an archive: this refuses where the gallery asks everybody to.
            challenges.answeredBy(request, gallery, Optional.empty(), false);
            Face face = extract(request.image(), gallery.policy());
            var sample = sample(face, request);
            return storing.store(
                    gallery,
                    () -> stages.watch(
                            Stage.STORE, () -> QuarkusTransaction.requiringNew().call(() -> {
                                samples.awaitTurn(gallery);
                                before.run();
                                var added = add(gallery, subject, request, sample);
                                after.accept(added);
                                return added;
                            })));
        });
    }

    private EnrollmentView enroll(
            String galleryName, String subject, EnrollmentRequest request, Optional<UUID> invitation) {
        GalleryRef gallery = galleries.openForRecognition(galleryName);
        return outcomes.explained(about(gallery, subject), () -> enroll(gallery, subject, request, invitation));
    }

    private static Happening about(GalleryRef gallery, String subject) {
        return Happening.of(Action.FACE_ENROLLED)
                .in(gallery.name())
                .on(SubjectRef.isId(subject) ? subject : null)
                .with("model", gallery.model());
    }

    private EnrollmentView enroll(
            GalleryRef gallery, String subject, EnrollmentRequest request, Optional<UUID> invitation) {
        // Before inference: a refusal that is known already should cost nothing. The transaction that stores looks
        // again.
        SubjectRef owner = subjects.get(gallery, subject);
        consents.require(gallery, owner);
        requireMayDecide(request);
        request.distinctFrom().forEach(other -> requireKnown(gallery, other));
        var challenge = challenges.answeredBy(request, gallery, invitation, wasKept(owner, request));
        challenge.ifPresent(asked -> TurnCheck.requireEach(request, asked));
        Face face = extract(request.image(), gallery.policy());
        challenge.ifPresent(asked -> turns.require(asked, face, request.turns(), gallery.policy()));
        var sample = sample(face, request);
        var added = stages.watch(
                Stage.STORE, () -> QuarkusTransaction.joiningExisting().call(() -> {
                    var stored = add(gallery, subject, request, sample);
                    if (!stored.repeated()) {
                        challenge.ifPresent(challenges::use);
                        invitation.ifPresent(invitations::use);
                    }
                    return stored;
                }));
        return EnrollmentView.of(added);
    }

    private Samples.Added add(GalleryRef gallery, String subject, EnrollmentRequest request, NewSample sample) {
        var duplicates =
                new DuplicatePolicy(recognizer.calibration(), gallery.policy().fpir(), request.distinctFrom());
        return samples.add(
                gallery,
                subject,
                sample,
                owner -> consents.require(gallery, owner),
                found -> check(gallery, found, duplicates));
    }

    private boolean wasKept(SubjectRef owner, EnrollmentRequest request) {
        return request.idempotencyKey()
                .filter(key -> samples.isKept(owner, key))
                .isPresent();
    }

    /** Who two people are is not for a camera to say. */
    private void requireMayDecide(EnrollmentRequest request) {
        if (!request.distinctFrom().isEmpty() && !caller.mayDo(Operations.SUBJECTS_WRITE)) {
            throw new Problem(
                    ProblemCode.OPERATION_NOT_PERMITTED,
                    "The credentials do not permit to say that subjects are different people.",
                    "distinctFrom",
                    "Leave out distinctFrom, or use credentials that permit '%s'."
                            .formatted(Operations.SUBJECTS_WRITE));
        }
    }

    private void requireKnown(GalleryRef gallery, String other) {
        if (!subjects.exists(gallery, other)) {
            throw new Problem(
                    ProblemCode.SUBJECT_NOT_FOUND,
                    "There is no subject '%s' in the gallery, so nobody can have compared it.".formatted(other),
                    "distinctFrom",
                    "Name the ids of subjects that were answered as 'duplicates'.");
        }
    }

    private static NewSample sample(Face face, EnrollmentRequest request) {
        Map<String, Object> facts = new TreeMap<>();
        request.challenge().ifPresent(challenge -> facts.put("challenge", challenge.toString()));
        if (!request.distinctFrom().isEmpty()) {
            // A slash is the one printable character that no subject's id has.
            facts.put("distinctFrom", String.join("/", new TreeSet<>(request.distinctFrom())));
        }
        return new NewSample(
                FaceDescription.of(face),
                face.embedding().orElseThrow(),
                face.crop(),
                request.idempotencyKey(),
                sha256(request.image()),
                facts);
    }

    private Face extract(byte[] image, GalleryPolicy policy) {
        boolean liveness = policy.liveness() == GalleryPolicy.LivenessChecks.ALWAYS;
        boolean crop = policy.imageRetention() == GalleryPolicy.ImageRetention.CROP;
        Face face = recognizer.extract(
                image, new FaceRequest(policy.enrollmentFace(), liveness, crop), policy.enrollmentQuality());
        if (face.liveness().isPresent() && !face.liveness().get().live()) {
            throw Problems.spoofSuspected();
        }
        return face;
    }

    private static List<Candidate> check(GalleryRef gallery, SearchResult found, DuplicatePolicy policy) {
        List<Candidate> duplicates = policy.duplicates(found);
        if (!duplicates.isEmpty() && gallery.policy().duplicates() == GalleryPolicy.Duplicates.REFUSE) {
            throw new Problem(
                            ProblemCode.DUPLICATE_FACE,
                            "The face belongs to the subject '%s' already."
                                    .formatted(duplicates.getFirst().subject()),
                            "image",
                            "Enrol it there. If a person has compared the two and found them to be different people,"
                                    + " name the other one in ?distinctFrom=.")
                    .with(
                            "duplicates",
                            duplicates.stream()
                                    .map(EnrollmentView.Duplicate::of)
                                    .toList());
        }
        return duplicates;
    }

    private static byte[] sha256(byte[] image) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(image);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
