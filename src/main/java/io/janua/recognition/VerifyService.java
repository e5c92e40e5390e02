package io.janua.recognition;

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

/** Is this the person they claim to be? */
@ApplicationScoped
class VerifyService {

    private final Galleries galleries;
    private final Subjects subjects;
    private final GallerySearch search;
    private final ProbeExtractor probes;
    private final FaceRecognizer recognizer;

    VerifyService(
            Galleries galleries,
            Subjects subjects,
            GallerySearch search,
            ProbeExtractor probes,
            FaceRecognizer recognizer) {
        this.galleries = galleries;
        this.subjects = subjects;
        this.search = search;
        this.probes = probes;
        this.recognizer = recognizer;
    }

    /** @param claimed the subject's id as the caller knows it */
    VerificationView verify(String galleryName, String claimed, byte[] image, FmrQuery target) {
        GalleryRef gallery = galleries.openForRecognition(galleryName);
        // Before inference: a wrong claim should cost nothing.
        SubjectRef subject = subjects.get(gallery, claimed);
        if (!subject.active()) {
            throw new Problem(
                    ProblemCode.SUBJECT_INACTIVE,
                    "The subject '%s' is suspended or outside of its validity.".formatted(claimed),
                    "subject",
                    "Set its status to 'active', or change validFrom and validUntil.");
        }
        Face probe = probes.extract(image, gallery.policy());
        double fmr = target.or(gallery.policy().fmr());
        var decision =
                ProbeExtractor.isSpoof(probe) ? new VerificationDecision.Spoof() : decide(gallery, subject, probe, fmr);
        return VerificationView.from(decision, fmr, gallery.model(), probe, recognizer.calibration());
    }

    private VerificationDecision decide(GalleryRef gallery, SubjectRef subject, Face probe, double fmr) {
        double score = search.best(gallery, subject.id(), probe.embedding().orElseThrow())
                .orElseThrow(() -> new Problem(
                        ProblemCode.SUBJECT_NOT_ENROLLED,
                        "The subject '%s' has no enrolled face.".formatted(subject.externalId()),
                        "subject",
                        "Enrol a face with POST …/subjects/{subject}/faces."));
        return new DecisionPolicy(recognizer.calibration()).verify(score, fmr);
    }
}
