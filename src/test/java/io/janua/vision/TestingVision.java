package io.janua.vision;

import io.janua.time.Stages;
import java.util.List;
import java.util.Optional;

/** Pipelines without models. */
final class TestingVision {

    private TestingVision() {}

    static FacePipeline pipelineFindingNothing() {
        return pipeline(Optional.of((image, box) -> new Liveness(1)));
    }

    static FacePipeline pipelineWithoutAttackDetector() {
        return pipeline(Optional.empty());
    }

    private static FacePipeline pipeline(Optional<PresentationAttackDetector> attackDetector) {
        return new FacePipeline(
                encoded -> {
                    throw new UnsupportedOperationException("this pipeline decodes nothing");
                },
                image -> List.of(),
                face -> {
                    throw new UnsupportedOperationException("this pipeline embeds nothing");
                },
                attackDetector,
                Stages.UNWATCHED);
    }
}
