package io.janua.vision;

import io.janua.time.Stages;
import java.util.List;

/** Pipelines without models. */
final class TestingVision {

    private TestingVision() {}

    static FacePipeline pipelineFindingNothing() {
        return new FacePipeline(
                encoded -> {
                    throw new UnsupportedOperationException("this pipeline decodes nothing");
                },
                image -> List.of(),
                face -> {
                    throw new UnsupportedOperationException("this pipeline embeds nothing");
                },
                (image, box) -> new Liveness(1),
                Stages.UNWATCHED);
    }
}
