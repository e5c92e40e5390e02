package io.janua.training.embedder;

import io.janua.training.net.Net;
import io.janua.training.net.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plain residual net with 3×3 filters: a face of 112×112 in, 128 numbers out. Such filters learn several times as
 * fast on a processor as those of one channel each, and answer as fast.
 */
final class EmbedderNet {

    static final String EMBEDDING = "embedding";
    static final int DIMENSIONS = 128;

    /** Squares of this many cells are left at the end. */
    private static final int LAST_SIDE = 7;

    static final List<Hint> HINTS = List.of(
            new Hint("/features/features.11/Add_output_0", "hint_14", 80, 128, 14),
            new Hint("/features/features.14/Add_output_0", "hint_7", 160, 128, LAST_SIDE));

    private EmbedderNet() {}

    /** With {@link #HINTS}. */
    static Net asTaught() {
        var net = new Net.Builder();
        List<String> within = layers(net, Net.INPUT);
        for (int i = 0; i < HINTS.size(); i++) {
            Hint hint = HINTS.get(i);
            net.biased(hint.name(), within.get(i), hint.from(), hint.channels());
        }
        return net.build(Stream.of(EMBEDDING));
    }

    /** Without them, and of a face and the mirrored face: twice the work, and errors of one are not those of the other. */
    static Net asGivenAway() {
        var net = new Net.Builder();
        layers(net, net.named("both", new Operation.WithMirrored(), Net.INPUT));
        return net.build(Stream.of(net.named("sum", new Operation.Halved(), EMBEDDING)));
    }

    /** @return where the hints are to be told */
    private static List<String> layers(Net.Builder net, String input) {
        String x = net.convolution(input, 3, 24, 3, 2);
        x = net.residual(net.convolution(x, 24, 40, 3, 2), 40);
        String middle = net.residual(net.residual(net.convolution(x, 40, 80, 3, 2), 80), 80);
        String last = net.residual(net.convolution(middle, 80, 160, 3, 2), 160);
        x = net.flatten(net.rectify(net.normalised(last, 160, 128, 1, 1, 1)));
        net.named(EMBEDDING, new Operation.Project(128 * LAST_SIDE * LAST_SIDE, DIMENSIONS), x);
        return List.of(middle, last);
    }
}
