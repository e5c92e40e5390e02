package io.janua.vision.onnx;

import ai.djl.inference.Predictor;
import io.janua.vision.AlignedFace;
import io.janua.vision.Embedding;
import io.janua.vision.FaceEmbedder;
import io.janua.vision.Raster;

/** Any model that takes an ArcFace-aligned crop. */
final class OnnxFaceEmbedder implements FaceEmbedder {

    private final String model;
    private final Predictor<Raster, float[]> predictor;

    OnnxFaceEmbedder(String model, Predictor<Raster, float[]> predictor) {
        this.model = model;
        this.predictor = predictor;
    }

    @Override
    public Embedding embed(AlignedFace face) {
        return Embedding.normalised(model, OnnxModels.predict(predictor, face.pixels()));
    }

    @Override
    public void close() {
        predictor.close();
    }
}
