package io.janua.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Steps against the gradient, each number with its own pace, and weights that shrink by themselves (Loshchilov and
 * Hutter, "Decoupled weight decay regularization", 2019); beside them a running average of the weights, which is the
 * better net.
 */
public final class AdamW {

    private static final float FIRST_INERTIA = 0.9f;
    private static final float SECOND_INERTIA = 0.999f;
    private static final float TINY = 1e-8f;
    private static final float MOST_AVERAGE_INERTIA = 0.999f;

    private final float decay;
    private final TrainingState state;

    /** @param decay share of a weight that is lost at a rate of 1 */
    public AdamW(float decay, TrainingState state) {
        this.decay = decay;
        this.state = state;
    }

    /** @param rate of this step */
    public void step(float rate) {
        long step = state.nextStep();
        double firstBias = 1 - Math.pow(FIRST_INERTIA, step);
        double secondBias = 1 - Math.pow(SECOND_INERTIA, step);
        // The first steps are far from where the weights will be: they are soon forgotten.
        float inertia = (float) Math.min(MOST_AVERAGE_INERTIA, (1.0 + step) / (10 + step));
        state.weights().arrays().forEach((name, weight) -> {
            try (NDManager scratch = weight.getManager().newSubManager()) {
                if (state.weights().isLearned(name)) {
                    NDArray gradient = weight.getGradient();
                    gradient.attach(scratch);
                    NDArray first = state.first().get(name);
                    NDArray second = state.second().get(name);
                    first.muli(FIRST_INERTIA).addi(scratched(gradient.mul(1 - FIRST_INERTIA), scratch));
                    second.muli(SECOND_INERTIA).addi(scratched(gradient.square().muli(1 - SECOND_INERTIA), scratch));
                    NDArray pace =
                            scratched(second.div(secondBias), scratch).sqrt().addi(TINY);
                    pace.attach(scratch);
                    // A gradient is added to what is there.
                    gradient.muli(0);
                    if (name.endsWith(Weights.FILTER)) {
                        weight.muli(1 - rate * decay);
                    }
                    weight.subi(scratched(first.div(pace), scratch).muli(rate / firstBias));
                }
                NDArray average = state.average().get(name);
                average.muli(inertia).addi(scratched(weight.mul(1 - inertia), scratch));
            }
        });
    }

    private static NDArray scratched(NDArray array, NDManager scratch) {
        array.attach(scratch);
        return array;
    }
}
