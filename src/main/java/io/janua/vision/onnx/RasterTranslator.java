package io.janua.vision.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.janua.vision.Raster;
import io.janua.vision.model.Preprocessing;

/** A small picture in, one vector out. */
final class RasterTranslator implements NoBatchifyTranslator<Raster, float[]> {

    private final boolean rgb;
    private final float[] factor = new float[3];
    private final float[] offset = new float[3];

    RasterTranslator(Preprocessing preprocessing) {
        rgb = preprocessing.channels() == Preprocessing.Channels.RGB;
        for (int i = 0; i < 3; i++) {
            double deviation = preprocessing.standardDeviation().get(i);
            factor[i] = (float) (preprocessing.scale() / deviation);
            offset[i] = (float) (-preprocessing.mean().get(i) / deviation);
        }
    }

    @Override
    public NDList processInput(TranslatorContext context, Raster input) {
        byte[] bgr = input.bgr();
        int pixels = input.width() * input.height();
        float[] planes = new float[3 * pixels];
        for (int channel = 0; channel < 3; channel++) {
            int at = rgb ? 2 - channel : channel;
            for (int i = 0; i < pixels; i++, at += 3) {
                planes[channel * pixels + i] = (bgr[at] & 0xFF) * factor[channel] + offset[channel];
            }
        }
        return new NDList(context.getNDManager().create(planes, new Shape(1, 3, input.height(), input.width())));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        return outputs.getFirst().toFloatArray();
    }
}
