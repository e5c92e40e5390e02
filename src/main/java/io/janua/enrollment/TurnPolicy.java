package io.janua.enrollment;

import io.janua.vision.Embedding;
import io.janua.vision.HeadPose;
import io.janua.vision.Liveness;
import io.janua.vision.model.Calibration;
import java.util.Optional;

/**
 * Whether a picture shows the same person as the frontal one, with the head turned as asked. The figures are measured
 * ones: see docs/explanation/liveness.md.
 */
record TurnPolicy(Calibration calibration) {

    /** Degrees of estimated yaw within which a face looks at the camera. */
    static final double MAX_FRONTAL_YAW = 12;

    /** Degrees of estimated yaw from which on a head is turned: beyond what somebody who looks ahead is measured at. */
    static final double MIN_TURN_YAW = 20;

    /** Degrees of estimated yaw: beyond, half of the face is hidden, and some faces match nobody any more. */
    static final double MAX_TURN_YAW = 60;

    /**
     * False match rate at which each turned head must match the frontal one. Turned heads score lower than frontal ones;
     * that two of them have to match makes up for it.
     */
    static final double FMR = 1e-3;

    /** What a turn was found to be. */
    enum Outcome {
        TURNED,
        NOT_FAR_ENOUGH,
        WRONG_WAY,
        TOO_FAR,
        OTHER_PERSON,
        SPOOF
    }

    static boolean isFrontal(HeadPose pose) {
        return Math.abs(pose.yaw()) <= MAX_FRONTAL_YAW;
    }

    /** @param liveness empty where the gallery's policy does not ask for it */
    Outcome judge(Turn asked, HeadPose pose, Embedding turned, Embedding frontal, Optional<Liveness> liveness) {
        double yaw = asked.towards(pose.yaw());
        if (yaw <= -MIN_TURN_YAW) {
            return Outcome.WRONG_WAY;
        }
        // The negation also catches NaN.
        if (!(yaw >= MIN_TURN_YAW)) {
            return Outcome.NOT_FAR_ENOUGH;
        }
        if (yaw > MAX_TURN_YAW) {
            return Outcome.TOO_FAR;
        }
        if (frontal.similarity(turned) < calibration.thresholdAt(FMR)) {
            return Outcome.OTHER_PERSON;
        }
        return liveness.map(Liveness::live).orElse(true) ? Outcome.TURNED : Outcome.SPOOF;
    }
}
