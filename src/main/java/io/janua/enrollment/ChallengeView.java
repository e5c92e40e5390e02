package io.janua.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the person before the camera is asked to do. */
@Schema(name = "Challenge")
record ChallengeView(
        UUID id,

        @Schema(
                description = "Turns of the head, in this order, each from facing the camera; left and right are the"
                        + " person's own")
        List<Turn> turns,

        @Schema(description = "Degrees of yaw, to the side that is asked for, from which on a head counts as turned")
        double minYaw,

        @Schema(description = "Degrees of yaw beyond which too little of the face is seen")
        double maxYaw,

        @Schema(description = "Until when it can be used, once")
        Instant expiresAt) {

    static ChallengeView from(Challenge challenge) {
        return new ChallengeView(
                challenge.id, challenge.turns, TurnPolicy.MIN_TURN_YAW, TurnPolicy.MAX_TURN_YAW, challenge.expiresAt);
    }
}
