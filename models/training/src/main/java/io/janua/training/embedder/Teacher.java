package io.janua.training.embedder;

import io.janua.training.data.Picture;
import io.janua.training.net.OnnxNet;
import java.nio.file.Path;
import java.util.List;

/** The default pack's embedder (models/mobilefacenet-arcface-128.md), which the net shall answer alike. */
final class Teacher implements AutoCloseable {

    private static final String OUTPUT = "output0";
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    private final OnnxNet net;

    Teacher(Path file) {
        net = new OnnxNet(file, EmbedderNet.HINTS.stream().map(Hint::teachers).toList());
    }

    /**
     * @param embedding 128 numbers of length 1
     * @param hints what it saw on the way, as {@link EmbedderNet#HINTS} asks
     */
    record Answer(float[] embedding, List<float[]> hints) {}

    Answer answer(Picture face) {
        int pixels = face.width() * face.height();
        float[] planes = new float[Picture.CHANNELS * pixels];
        for (int channel = 0; channel < Picture.CHANNELS; channel++) {
            for (int i = 0; i < pixels; i++) {
                float value = (face.rgb()[Picture.CHANNELS * i + channel] & 0xFF) / 255f;
                planes[channel * pixels + i] = (value - MEAN[channel]) / DEVIATION[channel];
            }
        }
        var outputs = net.run(planes, 1, Picture.CHANNELS, face.height(), face.width());
        return new Answer(
                normalised(outputs.get(OUTPUT)),
                EmbedderNet.HINTS.stream()
                        .map(hint -> outputs.get(hint.teachers()))
                        .toList());
    }

    static float[] normalised(float[] values) {
        double square = 0;
        for (float value : values) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        float[] unit = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unit[i] = values[i] / length;
        }
        return unit;
    }

    @Override
    public void close() {
        net.close();
    }
}
