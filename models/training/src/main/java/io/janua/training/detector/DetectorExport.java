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

    /**
     * The net is surer of itself than its teacher: on scenes that were held back, nearly all wrong finds lie below 0.75,
     * and the service takes a face for one from 0.6 on. So much lies between the two before they are squashed: ln 3 -
     * ln 1.5.
     */
    private static final float TOO_SURE = 0.69f;

    private DetectorExport() {}

    static void write(Net net, Weights weights, List<Scene> scenes, Path folder) throws IOException {
        Weights modest = weights.copy();
        for (int stride : DetectorNet.STRIDES) {
            modest.shift(DetectorNet.logit(stride), -TOO_SURE);
        }
        List<float[]> inputs = scenes.stream()
                .limit(COMPARED)
                .map(scene -> FoundFaces.square(scene.picture()))
                .toList();
        Exported.write(
                new Runner(net, modest),
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
