package io.janua.training.embedder;

import io.janua.training.data.Picture;
import io.janua.training.net.Exported;
import io.janua.training.net.Runner;
import io.janua.training.net.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The learned net as ONNX. */
final class EmbedderExport {

    private static final List<String> INPUT = List.of("batch", "3", "112", "112");
    private static final int COMPARED = 20;

    private EmbedderExport() {}

    static void write(Weights weights, List<Picture> faces, Path folder) throws IOException {
        List<float[]> inputs =
                faces.stream().limit(COMPARED).map(Lessons::planes).toList();
        Exported.write(
                new Runner(EmbedderNet.asGivenAway(), weights),
                INPUT,
                folder,
                "embedder",
                inputs,
                1,
                Picture.CHANNELS,
                Lessons.SIDE,
                Lessons.SIDE);
    }
}
