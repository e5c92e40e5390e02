package io.janua.training;

import java.nio.file.Path;

/**
 * @param data folder of the photographs to learn from
 * @param teachers folder of the default pack's files
 * @param output folder of checkpoints, logs and the finished files
 * @param epochs how often everything is seen
 * @param batch photographs for each step
 */
public record TrainingSettings(Path data, Path teachers, Path output, int epochs, int batch) {

    public TrainingSettings {
        if (epochs < 1 || batch < 2) {
            throw new IllegalArgumentException("at least one epoch, and two photographs a step");
        }
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
