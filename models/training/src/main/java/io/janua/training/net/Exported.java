package io.janua.training.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A learned net as ONNX: with 32 bits, which must answer as the net does, and with 16, which is what is given away. */
public final class Exported {

    private static final double MOST = 1e-4;

    /** Sixteen bits hold three digits. */
    private static final double MOST_OF_HALF = 2e-2;

    private Exported() {}

    /**
     * @param description name and dimensions of what goes in, with a word where any number will do
     * @param name of the file, without its ending
     * @param inputs to compare the answers on, each of this shape
     * @throws IllegalStateException when a file does not answer as the net: with 32 bits within 0.0001
     */
    public static void write(
            Runner runner, List<String> description, Path folder, String name, List<float[]> inputs, long... shape)
            throws IOException {
        Path whole = folder.resolve(name + "-32.onnx");
        Path half = folder.resolve(name + ".onnx");
        OnnxFile.write(runner.net(), runner.weights(), description, false, whole);
        OnnxFile.write(runner.net(), runner.weights(), description, true, half);
        double difference = Parity.check(runner, whole, MOST, inputs, shape);
        double halfDifference = Parity.check(runner, half, MOST_OF_HALF, inputs, shape);
        System.out.printf(
                "%s: %,d bytes, differs by at most %.2g from the net (with 32 bits %.2g)%n",
                half, Files.size(half), halfDifference, difference);
    }
}
