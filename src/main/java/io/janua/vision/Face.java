package io.janua.vision;

import java.util.Optional;

/**
 * Everything known of one face of a photograph.
 *
 * @param alone whether nobody else is in front as well, which {@link FaceSelection#SINGLE} asks for
 * @param liveness present when it was asked for
 * @param embedding present when it was asked for
 * @param crop the face with a margin as JPEG, present when it was asked for
 */
public record Face(
        DetectedFace detected,
        HeadPose pose,
        FaceQuality quality,
        boolean alone,
        Optional<Liveness> liveness,
        Optional<Embedding> embedding,
        Optional<byte[]> crop) {

    @Override
    public String toString() {
        // Neither pixels nor numbers of a person may reach a log.
        return "Face[quality=%d]".formatted(quality.score());
    }
}
