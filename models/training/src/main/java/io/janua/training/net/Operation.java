package io.janua.training.net;

/** What a node of a net does. Pictures and features are (batch, channels, height, width). */
public sealed interface Operation {

    /**
     * A convolution that keeps the size at stride 1 and halves it at stride 2, with batch normalisation behind it or a
     * bias.
     *
     * @param groups 1, or as many as channels for one filter a channel
     */
    record Convolution(int from, int to, int kernel, int stride, int groups, boolean normalised) implements Operation {

        int padding() {
            return kernel / 2;
        }
    }

    /** max(0, x). */
    record Rectify() implements Operation {}

    /** Of two or more inputs, cell by cell. */
    record Sum() implements Operation {}

    /** Twice as high and wide, each cell repeated. */
    record Enlarge() implements Operation {}

    /** (batch, everything else). */
    record Flatten() implements Operation {}

    /** From a row of so many numbers to a row of so many. */
    record Project(int from, int to) implements Operation {}

    /** 1 / (1 + e^-x). */
    record Squash() implements Operation {}

    /** Every picture, and then every picture with left and right changed: (2 batch, channels, height, width). */
    record WithMirrored() implements Operation {}

    /** The first half of the rows and the second, added. */
    record Halved() implements Operation {}

    /** (batch, channels, height, width) to (batch, height * width, channels): a row for each cell. */
    record Rows(int channels) implements Operation {}
}
