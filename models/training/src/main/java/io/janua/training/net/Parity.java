package io.janua.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whether a file answers as the net does from which it was written. */
public final class Parity {

    private Parity() {}

    /**
     * @return the largest difference, as {@link #difference} has it
     * @throws IllegalStateException when it is more than that
     */
    public static double check(Runner runner, Path file, double most, List<float[]> inputs, long... shape) {
        double difference = difference(runner, file, inputs, shape);
        if (!(difference <= most)) {
            throw new IllegalStateException("%s differs by %s from the net".formatted(file, difference));
        }
        return difference;
    }

    /** @return the largest difference of a number, as a share of the largest number of its output, or of 1 */
    public static double difference(Runner runner, Path file, List<float[]> inputs, long... shape) {
        double most = 0;
        try (OnnxNet onnx = new OnnxNet(file)) {
            for (float[] input : inputs) {
                try (NDManager scratch = NDManager.newBaseManager()) {
                    Map<String, NDArray> results = runner.run(scratch.create(input, new Shape(shape)), false);
                    Map<String, float[]> answers = onnx.run(input, shape);
                    for (String output : runner.net().outputs()) {
                        most = Math.max(most, difference(results.get(output).toFloatArray(), answers.get(output)));
                    }
                }
            }
        }
        return most;
    }

    private static double difference(float[] expected, float[] actual) {
        if (expected.length != actual.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 1;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
        }
        return difference / largest;
    }
}
