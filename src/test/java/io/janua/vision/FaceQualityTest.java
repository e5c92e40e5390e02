package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FaceQualityTest {

    @Test
    void score_isTheWorstDefect() {
        var quality = new FaceQuality(Map.of(
                QualityMeasure.SHARPNESS, 40,
                QualityMeasure.HEAD_POSE_YAW, 90,
                QualityMeasure.DYNAMIC_RANGE, 3));

        // Dynamic range only informs: nobody can act on it.
        assertThat(quality.score()).isEqualTo(40);
    }

    @Test
    void objections_nameTheWorstFirstAndEachOnce() {
        var quality = new FaceQuality(Map.of(
                QualityMeasure.INTER_EYE_DISTANCE, 10,
                QualityMeasure.LEFTWARD_CROP, 2,
                QualityMeasure.MARGIN_ABOVE, 3,
                QualityMeasure.SHARPNESS, 90));

        assertThat(QualityLevel.STANDARD.objections(quality))
                .containsExactly(Advice.MOVE_TO_THE_MIDDLE, Advice.MOVE_CLOSER);
        assertThat(QualityLevel.OFF.objections(quality)).isEmpty();
    }
}
