package io.janua.bench;

import io.janua.support.TestModels;
import io.janua.time.Stages;
import io.janua.vision.FacePipeline;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.ImageDecoder;
import io.janua.vision.InferencePool;
import io.janua.vision.opencv.ImageLimits;
import io.janua.vision.opencv.OpenCvImageDecoder;

/** The service's pipeline in this process, with its models and limits. */
final class LocalPipeline {

    /** What an identification asks for where the gallery has the default policy. */
    static final FaceRequest PROBE = new FaceRequest(FaceSelection.LARGEST, false, false);

    static final ImageDecoder DECODER = new OpenCvImageDecoder(ImageLimits.USUAL);

    private LocalPipeline() {}

    static FacePipeline create() {
        return TestModels.loaded().pipeline(DECODER, Stages.UNWATCHED);
    }

    static InferencePool pool(int threads) {
        return new InferencePool(threads, 64, LocalPipeline::create, Stages.UNWATCHED);
    }
}
