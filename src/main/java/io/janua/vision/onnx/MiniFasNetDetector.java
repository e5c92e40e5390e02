package io.janua.vision.onnx;

import ai.djl.inference.Predictor;
import io.janua.vision.FaceBox;
import io.janua.vision.Image;
import io.janua.vision.Liveness;
import io.janua.vision.PresentationAttackDetector;
import io.janua.vision.Raster;

/** MiniFASNet V2 SE: looks at the face with half of its size around it, and answers two logits, live and spoof. */
final class MiniFasNetDetector implements PresentationAttackDetector {

    private static final int SIDE = 128;
    private static final double CROP_SCALE = 1.5;

    private final Predictor<Raster, float[]> predictor;

    MiniFasNetDetector(Predictor<Raster, float[]> predictor) {
        this.predictor = predictor;
    }

    @Override
    public Liveness assess(Image image, FaceBox box) {
        double side = CROP_SCALE * Math.max(box.width(), box.height());
        float[] logits = OnnxModels.predict(predictor, image.square(box.centre(), side, SIDE));
        return new Liveness(logits[0] - logits[1]);
    }

    @Override
    public void close() {
        predictor.close();
    }
}
