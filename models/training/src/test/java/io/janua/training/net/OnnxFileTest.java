package io.janua.training.net;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {

    private static final long[] SHAPE = {2, 3, 32, 64};

    @TempDir
    Path folder;

    /** Every kind of node, and normalisations that have seen something. */
    @Test
    void answersAsTheNet() throws IOException {
        Net net = everyKind();
        List<float[]> inputs = List.of(noise(1), noise(2));
        try (NDManager manager = NDManager.newBaseManager()) {
            var runner = new Runner(net, Weights.random(net, manager, 7));
            try (NDManager scratch = manager.newSubManager()) {
                runner.run(scratch.create(noise(3), new Shape(SHAPE)), true);
            }
            Path whole = folder.resolve("whole.onnx");
            Path half = folder.resolve("half.onnx");
            OnnxFile.write(net, runner.weights(), List.of("batch", "3", "height", "width"), false, whole);
            OnnxFile.write(net, runner.weights(), List.of("batch", "3", "height", "width"), true, half);

            assertThat(Parity.check(runner, whole, 1e-4, inputs, SHAPE)).isLessThan(1e-5);
            assertThat(Parity.difference(runner, half, inputs, SHAPE)).isBetween(1e-6, 1e-2);
            assertThat(Files.size(half)).isLessThan(Files.size(whole));
        }
    }

    private static Net everyKind() {
        var net = new Net.Builder();
        String both = net.named("both", new Operation.WithMirrored(), Net.INPUT);
        String fine = net.separable(net.convolution(both, 3, 8, 3, 2), 8, 8);
        String coarse = net.residual(net.convolution(fine, 8, 8, 3, 2), 8);
        String joined = net.sum(fine, net.enlarge(coarse));
        net.named("rows", new Operation.Rows(5), net.biased("plain", joined, 8, 5));
        net.named("score", new Operation.Squash(), "plain");
        net.named("row", new Operation.Project(8 * 8 * 16, 6), net.flatten(coarse));
        net.named("sum", new Operation.Halved(), "row");
        return net.build(Stream.of("rows", "score", "sum"));
    }

    private static float[] noise(long seed) {
        float[] values = new float[2 * 3 * 32 * 64];
        var random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
