package io.janua.enrollment;

import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.http.ImageUpload;
import io.janua.http.UploadLimits;
import io.janua.privacy.ConsentChannel;
import io.janua.privacy.Consents;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.security.Invitee;
import io.janua.vision.Detection;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.model.RunningPack;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an invitation lets its subject do: read what it is for, agree to it, and enrol. */
@ApplicationScoped
class SelfEnrollmentService {

    private final Caller caller;
    private final Galleries galleries;
    private final Subjects subjects;
    private final Consents consents;
    private final Challenges challenges;
    private final EnrollmentService enrollment;
    private final FaceRecognizer recognizer;
    private final RunningPack running;
    private final Previews previews;
    private final UploadLimits limits;

    SelfEnrollmentService(
            Caller caller,
            Galleries galleries,
            Subjects subjects,
            Consents consents,
            Challenges challenges,
            EnrollmentService enrollment,
            FaceRecognizer recognizer,
            RunningPack running,
            Previews previews,
            UploadLimits limits) {
        this.caller = caller;
        this.galleries = galleries;
        this.subjects = subjects;
        this.consents = consents;
        this.challenges = challenges;
        this.enrollment = enrollment;
        this.recognizer = recognizer;
        this.running = running;
        this.previews = previews;
        this.limits = limits;
    }

    SelfEnrollmentView describe() {
        return ApplicantRefusals.reworded(() -> {
            Invitee invitee = invitee();
            GalleryRef gallery = galleries.open(invitee.gallery());
            SubjectRef subject = subjects.get(gallery, invitee.subject());
            GalleryPolicy policy = gallery.policy();
            return new SelfEnrollmentView(
                    subject.name(),
                    policy.purpose(),
                    policy.consent() == GalleryPolicy.ConsentRule.REQUIRED,
                    policy.consentText(),
                    policy.consentTextVersion(),
                    consents.inForce(gallery, subject),
                    policy.challenge().appliesTo(true),
                    !running.commercialUse(),
                    invitee.expiresAt());
        });
    }

    /** @throws Problem {@code consent_text_stale} unless it is the text that the gallery shows now */
    void consent(String textVersion) {
        ApplicantRefusals.reworded(() -> {
            GalleryRef gallery = galleries.open(invitee().gallery());
            String current = gallery.policy().consentTextVersion();
            if (!textVersion.equals(current)) {
                throw stale(Optional.ofNullable(current));
            }
            consents.giveOnce(gallery, invitee().subject(), textVersion, ConsentChannel.WEB);
            return null;
        });
    }

    /** @throws Problem {@code image_too_large}: frames of a camera are small; {@code busy} */
    Detection detect(byte[] image) {
        if (image.length > limits.maxTurnBytes()) {
            throw Problems.imageTooLarge("image", limits.maxTurnBytes());
        }
        // A preview: whether the face is alive is looked at when it is enrolled.
        return previews.of(invitee().invitation(), () -> Detection.of(recognizer.detect(image, false)));
    }

    ChallengeView challenge() {
        Invitee invitee = invitee();
        return challenges.issue(galleries.open(invitee.gallery()), Optional.of(invitee.invitation()));
    }

    /**
     * @param challenge which challenge the turns answer, or null
     * @return when
     */
    Instant enroll(ImageUpload.Frames frames, UUID challenge) {
        var request = new EnrollmentRequest(
                frames.image(), frames.turns(), Optional.ofNullable(challenge), Set.of(), Optional.empty());
        return ApplicantRefusals.reworded(
                () -> enrollment.enroll(invitee(), request).createdAt());
    }

    private Invitee invitee() {
        return caller.invitee().orElseThrow(() -> new IllegalStateException("only an invitation permits this"));
    }

    private static Problem stale(Optional<String> current) {
        return current.map(version -> new Problem(
                                ProblemCode.CONSENT_TEXT_STALE,
                                "The text has changed since it was shown.",
                                "textVersion",
                                "Read the text again with GET /v1/self-enrollment, and agree to that one.")
                        .with("textVersion", version))
                .orElseGet(() -> new Problem(
                        ProblemCode.CONSENT_TEXT_STALE,
                        "The organisation shows no text here that could be agreed to.",
                        "textVersion",
                        "Ask whoever invited you how to give your consent."));
    }
}
