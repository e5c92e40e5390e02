package io.janua.recognition;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.event.Outcomes;
import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.GallerySearch;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.vision.Face;
import io.janua.vision.FaceRecognizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Is this the person they claim to be? */
@ApplicationScoped
class VerifyService {

    private final Galleries galleries;
    private final Subjects subjects;
    private final GallerySearch search;
    private final ProbeExtractor probes;
    private final FaceRecognizer recognizer;
    private final Outcomes outcomes;
    private final Event<Scored> scores;

    VerifyService(
            Galleries galleries,
            Subjects subjects,
            GallerySearch search,
            ProbeExtractor probes,
            FaceRecognizer recognizer,
            Outcomes outcomes,
            Event<Scored> scores) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.search = search;
        this.probes = probes;
        this.recognizer = recognizer;
        this.outcomes = outcomes;
        this.scores = scores;
    }

    /** @param claimed the subject's id as the caller knows it */
    VerificationView verify(String galleryName, String claimed, byte[] image, FmrQuery target) {
        GalleryRef gallery = galleries.openForRecognition(galleryName);
        double fmr = target.or(gallery.policy().fmr());
        var about = Happening.of(Action.VERIFY)
                .in(gallery.name())
                .on(SubjectRef.isId(claimed) ? claimed : null)
                .with("fmr", fmr)
                .with("model", gallery.model());
        // Before inference: a wrong claim should cost nothing.
        SubjectRef subject = outcomes.explained(about, () -> claimed(gallery, claimed));
        Face probe = outcomes.explained(about, () -> probes.extract(image, gallery));
        var decision = outcomes.decide(about, () -> decide(gallery, subject, probe, fmr), made -> made.tell(about));
        return VerificationView.from(decision, fmr, gallery.model(), probe, recognizer.calibration());
    }

    private SubjectRef claimed(GalleryRef gallery, String claimed) {
        SubjectRef subject = subjects.get(gallery, claimed);
        if (!subject.active()) {
            throw new Problem(
                    ProblemCode.SUBJECT_INACTIVE,
                    "The subject '%s' is suspended or outside of its validity.".formatted(claimed),
                    "subject",
                    "Set its status to 'active', or change validFrom and validUntil.");
        }
        return subject;
    }

    private VerificationDecision decide(GalleryRef gallery, SubjectRef subject, Face probe, double fmr) {
        if (ProbeExtractor.isSpoof(probe)) {
            return new VerificationDecision.Spoof();
        }
        double score = search.best(gallery, subject.id(), probe.embedding().orElseThrow())
                .orElseThrow(() -> new Problem(
                        ProblemCode.SUBJECT_NOT_ENROLLED,
                        "The subject '%s' has no enrolled face.".formatted(subject.externalId()),
                        "subject",
                        "Enrol a face with POST …/subjects/{subject}/faces."));
        var decision = new DecisionPolicy(recognizer.calibration()).verify(score, fmr);
        boolean accepted = decision instanceof VerificationDecision.Match;
        scores.fire(new Scored.Claim(gallery, score, accepted));
        if (accepted) {
            subjects.used(subject.id());
        }
        return decision;
    }
}
