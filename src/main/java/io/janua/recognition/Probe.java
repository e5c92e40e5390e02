package io.janua.recognition;

import io.janua.vision.Face;
import io.janua.vision.FaceDescription;

/** What the pictures of one who wants to pass show. Nobody has been looked for yet. */
public sealed interface Probe {

    /** In none of the pictures. */
    record NoFace() implements Probe {}

    /** Two people before the camera: which of them is meant is not for a door to guess. */
    record ManyFaces() implements Probe {}

    record PoorQuality(FaceDescription face) implements Probe {}

    /** In one of the pictures the face does not seem to be a living person's. */
    record Spoof(FaceDescription face) implements Probe {}

    /** The pictures show different people. */
    record Disagreeing() implements Probe {}

    /** @param face the best one, embedded */
    record Usable(Face face) implements Probe {

        public FaceDescription description() {
            return FaceDescription.of(face);
        }

        /** Whether liveness was checked; it has then been found. */
        public boolean live() {
            return face.liveness().isPresent();
        }
    }
}
