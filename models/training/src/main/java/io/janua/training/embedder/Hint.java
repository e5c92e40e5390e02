package io.janua.training.embedder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A place within the teacher whose numbers the net learns to tell, too: what the teacher sees where says more than what
 * it says in the end (Romero et al., "FitNets: hints for thin deep nets", 2015). Not a part of what is given away.
 *
 * @param teachers the teacher's name of it
 * @param name the net's name of it
 * @param from channels of the net there
 * @param channels numbers of each cell
 * @param side cells across and down
 */
record Hint(String teachers, String name, int from, int channels, int side) {

    int size() {
        return channels * side * side;
    }

    /** @return how far the answers are from what was wanted, as a share of what was wanted: 0 and up */
    NDArray missed(NDArray answers, float[] wanted, NDManager scratch) {
        NDArray target = scratch.create(wanted, new Shape(answers.getShape().get(0), channels, side, side));
        return answers.sub(target).square().mean().div(target.square().mean());
    }
}
