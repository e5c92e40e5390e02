package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where no model judges liveness, whoever asks for it hears that, and nobody is taken for alive. */
class FacePipelineTest {

    private static final byte[] PICTURE = {1, 2, 3};

    @Test
    void livenessThatNobodyCanJudgeIsRefused_beforeThePictureIsDecoded() {
        try (var pipeline = TestingVision.pipelineWithoutAttackDetector()) {
            assertThat(pipeline.judgesLiveness()).isFalse();
            assertUnavailable(() -> pipeline.detect(PICTURE, true));
            assertUnavailable(() -> pipeline.extract(PICTURE, new FaceRequest(FaceSelection.LARGEST, true, false)));
        }
    }

    @Test
    void whoAsksForNoLivenessIsServed() {
        try (var pipeline = TestingVision.pipelineWithoutAttackDetector()) {
            assertThatThrownBy(() -> pipeline.detect(PICTURE, false)).hasMessageContaining("decodes nothing");
        }
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.LIVENESS_UNAVAILABLE));
    }
}
