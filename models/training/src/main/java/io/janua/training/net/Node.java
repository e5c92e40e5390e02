package io.janua.training.net;

import java.util.List;

/**
 * One step of a net.
 *
 * @param name of its result, by which later nodes ask for it
 * @param inputs names of earlier nodes, or {@link Net#INPUT}
 */
public record Node(String name, Operation operation, List<String> inputs) {

    public Node {
        inputs = List.copyOf(inputs);
    }
}
