package io.janua.recognition;

import io.janua.gallery.Candidate;
import io.janua.gallery.GalleryRef;
import io.janua.gallery.GallerySearch;
import io.janua.gallery.SearchResult;
import io.janua.gallery.Subjects;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.vision.Embedding;
import io.janua.vision.Face;
import io.janua.vision.FaceDescription;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.QualityLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Recognises people for other features: who they are is an answer there, and so is that a picture cannot be used. */
@ApplicationScoped
public class DoorRecognition {

    /** In whichever picture: the other one could slip in with them. */
    private static final Frame TWO_PEOPLE = new Frame.Refused(ProblemCode.MANY_FACES);

    /** The best, and whoever makes it ambiguous. */
    private static final int SEARCHED = 2;

    private final FaceRecognizer recognizer;
    private final ProbeExtractor probes;
    private final GallerySearch search;
    private final Subjects subjects;
    private final Event<Scored> scores;

    DoorRecognition(
            FaceRecognizer recognizer,
            ProbeExtractor probes,
            GallerySearch search,
            Subjects subjects,
            Event<Scored> scores) {
        this.recognizer = recognizer;
        this.probes = probes;
        this.search = search;
        this.subjects = subjects;
        this.scores = scores;
    }

    private sealed interface Frame {

        record Refused(ProblemCode code) implements Frame {}

        record Shown(Face face, boolean usable) implements Frame {}
    }

    /**
     * Looks at pictures of one person, taken right after each other. Computes: never within a transaction.
     *
     * @param frames encoded, at least one
     * @param liveness whether presentation attack detection runs
     * @param fmr how alike the pictures must be to count as one person's, as a false match rate
     * @throws Problem for a picture that cannot be decoded, and {@code busy}
     */
    public Probe look(List<byte[]> frames, GalleryRef gallery, boolean liveness, double fmr) {
        List<Frame> seen =
                frames.stream().map(frame -> frame(frame, liveness, gallery)).toList();
        List<Face> usable = seen.stream()
                .filter(frame -> frame instanceof Frame.Shown(Face _, boolean good) && good)
                .map(frame -> ((Frame.Shown) frame).face())
                .toList();
        var spoof = usable.stream().filter(ProbeExtractor::isSpoof).findFirst();
        if (spoof.isPresent()) {
            return new Probe.Spoof(FaceDescription.of(spoof.get()));
        }
        if (usable.isEmpty() || seen.contains(TWO_PEOPLE)) {
            return unusable(seen);
        }
        Face best = usable.stream()
                .max(Comparator.comparingInt(face -> face.quality().score()))
                .orElseThrow();
        double threshold = recognizer.calibration().thresholdAt(fmr);
        boolean agree = usable.stream().allMatch(face -> embedding(face).similarity(embedding(best)) >= threshold);
        return agree ? new Probe.Usable(best) : new Probe.Disagreeing();
    }

    /**
     * Who of the gallery is it? Among all, also those who do not take part now: whoever is suspended is no stranger, and
     * must not be taken for a twin who is not.
     *
     * @throws Problem {@code model_mismatch}
     */
    public Recognition identify(GalleryRef gallery, Probe.Usable probe, double fpir) {
        return decide(gallery, search.everybody(gallery, embedding(probe.face()), SEARCHED), fpir);
    }

    /**
     * Is it this person?
     *
     * @throws Problem {@code model_mismatch}
     */
    public Recognition verify(GalleryRef gallery, Probe.Usable probe, UUID claimed, double fmr) {
        var best = search.best(gallery, claimed, embedding(probe.face()));
        if (best.isEmpty()) {
            return new Recognition.NotEnrolled(claimed);
        }
        var decision = new DecisionPolicy(recognizer.calibration()).verify(best.getAsDouble(), fmr);
        scores.fire(new Scored.Claim(gallery, best.getAsDouble(), decision instanceof VerificationDecision.Match));
        return switch (decision) {
            case VerificationDecision.Match(double score, double threshold) ->
                new Recognition.Recognized(claimed, score(score, threshold), 1);
            case VerificationDecision.NoMatch(double score, double threshold) ->
                new Recognition.Mismatch(claimed, score(score, threshold));
            case VerificationDecision.Spoof() -> throw new IllegalStateException("a usable probe is no spoof");
        };
    }

    /** The person came to be recognised, which sets the retention clock back. */
    public void used(UUID subject) {
        subjects.used(subject);
    }

    private Recognition decide(GalleryRef gallery, SearchResult found, double fpir) {
        var decision = new DecisionPolicy(recognizer.calibration()).identify(found, fpir);
        scores.fire(decision.scored(gallery, found));
        return switch (decision) {
            case IdentificationDecision.Identified(Candidate subject, double threshold) ->
                new Recognition.Recognized(subject.id(), score(subject.score(), threshold), found.gallerySize());
            case IdentificationDecision.Ambiguous(List<Candidate> _, double threshold) ->
                new Recognition.Ambiguous(threshold, found.gallerySize());
            case IdentificationDecision.Unknown(double threshold) ->
                new Recognition.Stranger(threshold, found.gallerySize());
            case IdentificationDecision.Spoof() -> throw new IllegalStateException("a usable probe is no spoof");
        };
    }

    private Recognition.Score score(double score, double threshold) {
        var calibration = recognizer.calibration();
        return new Recognition.Score(score, threshold, calibration.fmrAt(score), calibration.reportedFmrAt(score));
    }

    private Frame frame(byte[] image, boolean liveness, GalleryRef gallery) {
        try {
            // Beside somebody as near as oneself it is not for a camera to say who of the two wants to pass.
            Face face = probes.face(image, new FaceRequest(FaceSelection.SINGLE, liveness, false), gallery);
            QualityLevel level = gallery.policy().probeQuality();
            return new Frame.Shown(face, probes.objections(face, level, gallery).isEmpty());
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.NO_FACE || refused.code() == ProblemCode.MANY_FACES) {
                return new Frame.Refused(refused.code());
            }
            throw refused;
        }
    }

    /** The most that can be said of pictures none of which can be used. */
    private static Probe unusable(List<Frame> seen) {
        if (seen.contains(TWO_PEOPLE)) {
            return new Probe.ManyFaces();
        }
        return seen.stream()
                .filter(Frame.Shown.class::isInstance)
                .map(frame -> ((Frame.Shown) frame).face())
                .max(Comparator.comparingInt(face -> face.quality().score()))
                .<Probe>map(face -> new Probe.PoorQuality(FaceDescription.of(face)))
                .orElseGet(Probe.NoFace::new);
    }

    private static Embedding embedding(Face face) {
        return face.embedding().orElseThrow();
    }
}
