package io.janua.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The numbers that make a {@link Net} know something, by name. Learned are filters, biases and the scale and shift of
 * normalisations; the mean and variance of normalisations are observed.
 */
public final class Weights {

    static final String FILTER = ".filter";
    static final String BIAS = ".bias";
    static final String SCALE = ".scale";
    static final String MEAN = ".mean";
    static final String VARIANCE = ".variance";

    private static final int[] ALONG = {1};

    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private Weights() {}

    /** Random filters (He et al., 2015), the same for the same seed. */
    public static Weights random(Net net, NDManager manager, long seed) {
        var weights = new Weights();
        var random = new Random(seed);
        for (Node node : net.nodes()) {
            switch (node.operation()) {
                case Operation.Convolution convolution -> {
                    int incoming = convolution.from() / convolution.groups();
                    int kernel = convolution.kernel();
                    weights.put(
                            node.name() + FILTER,
                            normal(
                                    manager,
                                    random,
                                    new Shape(convolution.to(), incoming, kernel, kernel),
                                    Math.sqrt(2.0 / (incoming * kernel * kernel))));
                    weights.put(node.name() + BIAS, manager.zeros(new Shape(convolution.to())));
                    if (convolution.normalised()) {
                        weights.put(node.name() + SCALE, manager.ones(new Shape(convolution.to())));
                        weights.put(node.name() + MEAN, manager.zeros(new Shape(convolution.to())));
                        weights.put(node.name() + VARIANCE, manager.ones(new Shape(convolution.to())));
                    }
                }
                case Operation.Project project -> {
                    weights.put(
                            node.name() + FILTER,
                            normal(
                                    manager,
                                    random,
                                    new Shape(project.to(), project.from()),
                                    Math.sqrt(1.0 / project.from())));
                    weights.put(node.name() + BIAS, manager.zeros(new Shape(project.to())));
                }
                case Operation.Rectify _,
                        Operation.Sum _,
                        Operation.Enlarge _,
                        Operation.Flatten _,
                        Operation.Squash _,
                        Operation.WithMirrored _,
                        Operation.Halved _,
                        Operation.Rows _ -> {}
            }
        }
        return weights;
    }

    private static NDArray normal(NDManager manager, Random random, Shape shape, double deviation) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return manager.create(values, shape);
    }

    /** A copy of its own. */
    public Weights copy() {
        var copy = new Weights();
        arrays.forEach((name, array) -> copy.put(name, array.duplicate()));
        return copy;
    }

    /** So many numbers of the same shapes, all 0. */
    public Weights zeros() {
        var zeros = new Weights();
        arrays.forEach((name, array) -> zeros.put(name, array.zerosLike()));
        return zeros;
    }

    /**
     * Makes normalisations of filters and biases that have none, so that the answers stay what they are.
     *
     * @param sample of inputs; what is computed of it stays with its manager
     */
    void normalise(Runner runner, NDArray sample) {
        arrays.forEach((name, array) -> {
            if (name.endsWith(VARIANCE)) {
                array.muli(0).addi(1 - Runner.EPSILON);
            }
        });
        var results = runner.run(sample, false);
        for (Node node : runner.net().nodes()) {
            if (node.operation() instanceof Operation.Convolution convolution && convolution.normalised()) {
                normalise(node.name(), results.get(node.name()));
            }
        }
    }

    private void normalise(String node, NDArray results) {
        NDArray channels =
                results.transpose(1, 0, 2, 3).reshape(results.getShape().get(1), -1);
        NDArray mean = channels.mean(ALONG);
        NDArray variance = channels.sub(mean.reshape(-1, 1)).square().mean(ALONG);
        get(node + MEAN).set(mean.sub(get(node + BIAS)).toFloatArray());
        get(node + VARIANCE).set(variance.toFloatArray());
        get(node + SCALE).set(variance.add(Runner.EPSILON).sqrt().toFloatArray());
        get(node + BIAS).set(mean.toFloatArray());
    }

    /** @param by what is added to each number of a node's bias */
    public void shift(String node, float by) {
        arrays.get(node + BIAS).addi(by);
    }

    public NDArray get(String name) {
        return arrays.get(name);
    }

    public Map<String, NDArray> arrays() {
        return arrays;
    }

    public boolean isLearned(String name) {
        return !name.endsWith(MEAN) && !name.endsWith(VARIANCE);
    }

    public long count() {
        return arrays.values().stream().mapToLong(NDArray::size).sum();
    }

    private void put(String name, NDArray array) {
        arrays.put(name, array);
    }
}
