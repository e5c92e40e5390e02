package io.janua.training.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A net as a list of steps, of which each needs only earlier ones: what {@link Runner} computes and {@link OnnxFile}
 * writes is the same list.
 *
 * @param outputs names of the nodes whose results a user of the net reads, in this order
 */
public record Net(List<Node> nodes, List<String> outputs) {

    public static final String INPUT = "input";

    public Net {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }

    /** Collects the steps; each method answers the name of its result. */
    public static final class Builder {

        private final List<Node> nodes = new ArrayList<>();
        private int unnamed;

        public String convolution(String input, int from, int to, int kernel, int stride) {
            return rectify(normalised(input, from, to, kernel, stride, 1));
        }

        /** One filter a channel, then a mix of the channels: a ninth of the work of a convolution. */
        public String separable(String input, int from, int to) {
            return rectify(normalised(normalised(input, from, from, 3, 1, from), from, to, 1, 1, 1));
        }

        /** Two convolutions beside a way that leaves the input as it is (He et al., 2016). */
        public String residual(String input, int channels) {
            String changed = normalised(convolution(input, channels, channels, 3, 1), channels, channels, 3, 1, 1);
            return rectify(sum(input, changed));
        }

        public String normalised(String input, int from, int to, int kernel, int stride, int groups) {
            return add("conv", new Operation.Convolution(from, to, kernel, stride, groups, true), input);
        }

        public String biased(String name, String input, int from, int to) {
            return named(name, new Operation.Convolution(from, to, 1, 1, 1, false), input);
        }

        public String rectify(String input) {
            return add("relu", new Operation.Rectify(), input);
        }

        public String sum(String one, String other) {
            return add("sum", new Operation.Sum(), one, other);
        }

        public String enlarge(String input) {
            return add("enlarge", new Operation.Enlarge(), input);
        }

        public String flatten(String input) {
            return add("flatten", new Operation.Flatten(), input);
        }

        public String named(String name, Operation operation, String... inputs) {
            nodes.add(new Node(name, operation, List.of(inputs)));
            return name;
        }

        public Net build(Stream<String> outputs) {
            return new Net(nodes, outputs.toList());
        }

        private String add(String kind, Operation operation, String... inputs) {
            return named("%s%d".formatted(kind, unnamed++), operation, inputs);
        }
    }
}
