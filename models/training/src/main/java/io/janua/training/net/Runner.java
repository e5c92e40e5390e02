package io.janua.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.HashMap;
import java.util.Map;

/** Computes a {@link Net} with its {@link Weights}. */
public record Runner(Net net, Weights weights) {

    static final float EPSILON = 1e-5f;

    /** The share of the old in a normalisation's running mean and variance. */
    private static final float INERTIA = 0.9f;

    private static final int CHANNELS = 1;
    private static final int WIDTH = 3;

    /**
     * @param learning whether normalisations use the batch, and note it, rather than what they noted
     * @return every node's result by its name
     */
    public Map<String, NDArray> run(NDArray input, boolean learning) {
        Map<String, NDArray> results = new HashMap<>();
        results.put(Net.INPUT, input);
        for (Node node : net.nodes()) {
            NDArray first = results.get(node.inputs().getFirst());
            NDArray result =
                    switch (node.operation()) {
                        case Operation.Convolution convolution -> convolve(node.name(), convolution, first, learning);
                        case Operation.Rectify _ -> first.getNDArrayInternal().relu();
                        case Operation.Sum _ ->
                            first.add(results.get(node.inputs().get(1)));
                        case Operation.Enlarge _ -> first.repeat(2, 2).repeat(3, 2);
                        case Operation.Flatten _ ->
                            first.reshape(first.getShape().get(0), -1);
                        case Operation.Project _ ->
                            first.matMul(weight(node, Weights.FILTER).transpose())
                                    .add(weight(node, Weights.BIAS));
                        case Operation.Squash _ -> first.getNDArrayInternal().sigmoid();
                        case Operation.WithMirrored _ -> first.concat(first.flip(WIDTH));
                        case Operation.Halved _ -> {
                            NDList halves = first.split(2);
                            yield halves.get(0).add(halves.get(1));
                        }
                        case Operation.Rows rows ->
                            first.transpose(0, 2, 3, 1).reshape(first.getShape().get(0), -1, rows.channels());
                    };
            results.put(node.name(), result);
        }
        return results;
    }

    private NDArray convolve(String name, Operation.Convolution convolution, NDArray input, boolean learning) {
        NDArray filter = weights.get(name + Weights.FILTER);
        var stride = new Shape(convolution.stride(), convolution.stride());
        var padding = new Shape(convolution.padding(), convolution.padding());
        var dilation = new Shape(1, 1);
        NDArray bias = weights.get(name + Weights.BIAS);
        if (!convolution.normalised()) {
            return only(Conv2d.conv2d(input, filter, bias, stride, padding, dilation, convolution.groups()));
        }
        NDArray plain = only(Conv2d.conv2d(input, filter, null, stride, padding, dilation, convolution.groups()));
        return only(BatchNorm.batchNorm(
                plain,
                weights.get(name + Weights.MEAN),
                weights.get(name + Weights.VARIANCE),
                weights.get(name + Weights.SCALE),
                bias,
                CHANNELS,
                INERTIA,
                EPSILON,
                learning));
    }

    private NDArray weight(Node node, String part) {
        return weights.get(node.name() + part);
    }

    private static NDArray only(NDList list) {
        return list.singletonOrThrow();
    }
}
