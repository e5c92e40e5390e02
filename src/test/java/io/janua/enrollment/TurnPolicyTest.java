package io.janua.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.enrollment.TurnPolicy.Outcome;
import io.janua.vision.Embedding;
import io.janua.vision.HeadPose;
import io.janua.vision.Liveness;
import io.janua.vision.model.Calibration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnPolicyTest {

    private static final Embedding FRONTAL = point(1);
    private static final Embedding SAME_PERSON = point(0.6);
    private static final Embedding SOMEBODY_ELSE = point(0.3);

    private final TurnPolicy policy = new TurnPolicy(new Calibration(List.of(
            new Calibration.OperatingPoint(1e-2, 0.3),
            new Calibration.OperatingPoint(1e-3, 0.4),
            new Calibration.OperatingPoint(1e-4, 0.5))));

    @ParameterizedTest
    @CsvSource({
        "LEFT, 20, TURNED",
        "LEFT, 60, TURNED",
        "RIGHT, -20, TURNED",
        "LEFT, 19.9, NOT_FAR_ENOUGH",
        "LEFT, 0, NOT_FAR_ENOUGH",
        "LEFT, -19.9, NOT_FAR_ENOUGH",
        "LEFT, NaN, NOT_FAR_ENOUGH",
        "LEFT, -20, WRONG_WAY",
        "RIGHT, 35, WRONG_WAY",
        "LEFT, 60.1, TOO_FAR",
        "RIGHT, -60.1, TOO_FAR",
    })
    void theHeadHasToBeTurnedAsAsked(Turn asked, double yaw, Outcome outcome) {
        assertThat(judge(asked, yaw, SAME_PERSON, Optional.empty())).isEqualTo(outcome);
    }

    @Test
    void anotherPersonDoesNotTurnForTheFirst() {
        assertThat(judge(Turn.LEFT, 35, SOMEBODY_ELSE, Optional.empty())).isEqualTo(Outcome.OTHER_PERSON);
    }

    @Test
    void livenessCountsWhereItWasAskedFor() {
        assertThat(judge(Turn.LEFT, 35, SAME_PERSON, Optional.of(new Liveness(-1))))
                .isEqualTo(Outcome.SPOOF);
        assertThat(judge(Turn.LEFT, 35, SAME_PERSON, Optional.of(new Liveness(1))))
                .isEqualTo(Outcome.TURNED);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "12, true", "-12, true", "12.1, false", "-35, false", "NaN, false"})
    void theFirstPictureLooksAtTheCamera(double yaw, boolean frontal) {
        assertThat(TurnPolicy.isFrontal(pose(yaw))).isEqualTo(frontal);
    }

    private Outcome judge(Turn asked, double yaw, Embedding turned, Optional<Liveness> liveness) {
        return policy.judge(asked, pose(yaw), turned, FRONTAL, liveness);
    }

    private static HeadPose pose(double yaw) {
        return new HeadPose(yaw, 0, 0);
    }

    /** @param cosine to {@link #FRONTAL} */
    private static Embedding point(double cosine) {
        return new Embedding("m", new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)});
    }
}
