package io.janua.training.detector;

import io.janua.training.data.Picture;
import io.janua.training.net.Exported;
import io.janua.training.net.Net;
import io.janua.training.net.Runner;
import io.janua.training.net.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The learned net as ONNX. */
final class DetectorExport {

    private static final List<String> INPUT = List.of("batch", "3", "height", "width");
    private static final int COMPARED = 10;

    private DetectorExport() {}

    static void write(Net net, Weights weights, List<Scene> scenes, Path folder) throws IOException {
        List<float[]> inputs = scenes.stream()
                .limit(COMPARED)
                .map(scene -> FoundFaces.square(scene.picture()))
                .toList();
        Exported.write(
                new Runner(net, weights),
                INPUT,
                folder,
                "detector",
                inputs,
                1,
                Picture.CHANNELS,
                FoundFaces.SIDE,
                FoundFaces.SIDE);
    }
}
