package io.janua.access.decision;

import io.janua.recognition.Probe;
import io.janua.recognition.Recognition;
import io.janua.vision.FaceDescription;
import java.util.Optional;
import java.util.UUID;

/**
 * What was seen and who it was found to be, with what a decision tells of it.
 *
 * @param person who was recognised, or whose card somebody else held out
 */
record Observation(Sighting sighting, Optional<UUID> person, Optional<DecisionContent.Evidence> evidence) {

    /** Where it does not matter who comes. */
    static final Observation NONE = new Observation(new Sighting.NotLooked(), Optional.empty(), Optional.empty());

    /** Nobody is looked for: the card is nobody's, or the picture shows no one. */
    static Observation of(Probe probe, String model) {
        return switch (probe) {
            case Probe.NoFace() -> seen(new Sighting.NoFace(), null, model);
            case Probe.ManyFaces() -> seen(new Sighting.ManyFaces(), null, model);
            case Probe.PoorQuality(FaceDescription face) -> seen(new Sighting.PoorQuality(), face, model);
            case Probe.Spoof(FaceDescription face) -> seen(new Sighting.Spoof(), face, model);
            case Probe.Disagreeing() -> seen(new Sighting.Disagreeing(), null, model);
            case Probe.Usable usable -> seen(new Sighting.Stranger(), usable.description(), model);
        };
    }

    static Observation of(Probe.Usable probe, Recognition found, String model) {
        FaceDescription face = probe.description();
        return switch (found) {
            case Recognition.Recognized(UUID subject, Recognition.Score score, long gallerySize) ->
                new Observation(
                        new Sighting.Known(score.fmr(), probe.live()),
                        Optional.of(subject),
                        evidence(score, null, gallerySize, face, model));
            case Recognition.Mismatch(UUID claimed, Recognition.Score score) ->
                new Observation(new Sighting.Mismatch(), Optional.of(claimed), evidence(score, null, 1L, face, model));
            case Recognition.NotEnrolled(UUID claimed) ->
                new Observation(new Sighting.Mismatch(), Optional.of(claimed), evidence(null, null, null, face, model));
            case Recognition.Ambiguous(double threshold, long gallerySize) ->
                new Observation(
                        new Sighting.Ambiguous(),
                        Optional.empty(),
                        evidence(null, threshold, gallerySize, face, model));
            case Recognition.Stranger(double threshold, long gallerySize) ->
                new Observation(
                        new Sighting.Stranger(), Optional.empty(), evidence(null, threshold, gallerySize, face, model));
        };
    }

    /** The person was erased just now. */
    Observation ofNobody() {
        return new Observation(new Sighting.Stranger(), Optional.empty(), evidence);
    }

    private static Observation seen(Sighting sighting, FaceDescription face, String model) {
        return new Observation(sighting, Optional.empty(), evidence(null, null, null, face, model));
    }

    private static Optional<DecisionContent.Evidence> evidence(
            Recognition.Score score, Double threshold, Long gallerySize, FaceDescription face, String model) {
        return Optional.of(new DecisionContent.Evidence(
                score == null ? null : score.rounded(),
                score == null ? threshold : Double.valueOf(score.roundedThreshold()),
                score == null ? null : score.reportedFmr(),
                gallerySize,
                model,
                face == null ? null : face.liveness(),
                face == null ? null : face.quality()));
    }
}
