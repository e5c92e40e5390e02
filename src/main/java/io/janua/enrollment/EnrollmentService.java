package io.janua.enrollment;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.event.Outcomes;
import io.janua.gallery.Candidate;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.NewSample;
import io.janua.gallery.Samples;
import io.janua.gallery.SearchResult;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.privacy.Consents;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.vision.Face;
import io.janua.vision.FaceDescription;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds a face to a subject: gate by quality and liveness, look for duplicates, keep. */
@ApplicationScoped
class EnrollmentService {

    private final Galleries galleries;
    private final Subjects subjects;
    private final Samples samples;
    private final Consents consents;
    private final FaceRecognizer recognizer;
    private final Outcomes outcomes;

    EnrollmentService(
            Galleries galleries,
            Subjects subjects,
            Samples samples,
            Consents consents,
            FaceRecognizer recognizer,
            Outcomes outcomes) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.samples = samples;
        this.consents = consents;
        this.recognizer = recognizer;
        this.outcomes = outcomes;
    }

    EnrollmentView enroll(String galleryName, String subject, byte[] image, Optional<String> idempotencyKey) {
        GalleryRef gallery = galleries.openForRecognition(galleryName);
        var about = Happening.of(Action.FACE_ENROLLED)
                .in(gallery.name())
                .on(SubjectRef.isId(subject) ? subject : null)
                .with("model", gallery.model());
        return outcomes.explained(about, () -> enroll(gallery, subject, image, idempotencyKey));
    }

    private EnrollmentView enroll(GalleryRef gallery, String subject, byte[] image, Optional<String> idempotencyKey) {
        Consumer<SubjectRef> permission = owner -> consents.require(gallery, owner);
        // Before inference: a refusal that is known already should cost nothing. The transaction that stores looks
        // again.
        permission.accept(subjects.get(gallery, subject));
        Face face = extract(image, gallery.policy());
        var sample = new NewSample(
                FaceDescription.of(face), face.embedding().orElseThrow(), face.crop(), idempotencyKey, sha256(image));
        var duplicates =
                new DuplicatePolicy(recognizer.calibration(), gallery.policy().fpir());
        var added = samples.add(gallery, subject, sample, permission, found -> check(gallery, found, duplicates));
        return EnrollmentView.of(added);
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
                            "Enrol it there, or set the gallery's policy.duplicates to 'warn' if two subjects may be one"
                                    + " person.")
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
