package io.janua.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.janua.training.net.Net;
import io.janua.training.net.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * @param data folder of the photographs to learn from
 * @param teachers folder of the default pack's files
 * @param output folder of checkpoints, logs and the finished files
 * @param from a model that a training exported, to begin with what it knows
 * @param epochs how often everything is seen
 * @param batch photographs for each step
 */
public record TrainingSettings(Path data, Path teachers, Path output, Optional<Path> from, int epochs, int batch) {

    /** What is known already is not to be forgotten in great steps. */
    private static final float SHARE_OF_RATE = 0.25f;

    public TrainingSettings {
        if (epochs < 1 || batch < 2) {
            throw new IllegalArgumentException("at least one epoch, and two photographs a step");
        }
    }

    public Path checkpoint(String name) {
        return output.resolve(name + ".checkpoint");
    }

    /**
     * As the training of that name was left; or what {@link #from} knows; or nothing.
     *
     * @param sample of inputs
     * @throws IOException where what is there is of another net
     */
    public TrainingState state(String name, Net net, NDManager manager, long seed, Function<NDManager, NDArray> sample)
            throws IOException {
        if (Files.exists(checkpoint(name))) {
            return TrainingState.load(net, manager, checkpoint(name));
        }
        if (from.isEmpty()) {
            return TrainingState.begin(net, manager, seed);
        }
        try (NDManager scratch = manager.newSubManager()) {
            return TrainingState.begin(net, manager, seed, from.get(), sample.apply(scratch));
        }
    }

    /** @param peak for a net that knows nothing */
    public float rate(float peak) {
        return from.isPresent() ? peak * SHARE_OF_RATE : peak;
    }

    /**
     * @param inEpoch of them, in one epoch
     * @throws IllegalArgumentException where there is nothing to learn from
     */
    public long steps(long inEpoch) {
        if (inEpoch < 1) {
            throw new IllegalArgumentException("%s has fewer than %d photographs to learn from".formatted(data, batch));
        }
        return epochs * inEpoch;
    }
}
