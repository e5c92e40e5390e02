package io.janua.training;

import io.janua.training.detector.DetectorTraining;
import io.janua.training.embedder.EmbedderTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code ./janua train}: the embedder or the detector, from nothing, from where it was interrupted, or from
 * what a model knows already. */
public final class Train {

    private static final int BATCH = 64;

    private Train() {}

    public static void main(String[] arguments) {
        try {
            run(arguments.length == 0 ? "" : arguments[0]);
        } catch (IOException | IllegalStateException | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void run(String what) throws IOException {
        Path output = setting("JANUA_TRAINING_OUTPUT", "target/training");
        Files.createDirectories(output);
        Path data = setting("JANUA_TRAINING_DATA", "../shared/training");
        Path teachers = setting("JANUA_MODEL_STORE", ".janua/models");
        Optional<Path> from =
                Optional.ofNullable(System.getenv("JANUA_TRAINING_FROM")).map(Path::of);
        switch (what) {
            case "embedder" ->
                EmbedderTraining.run(new TrainingSettings(data, teachers, output, from, epochs(40), BATCH));
            case "detector" ->
                DetectorTraining.run(new TrainingSettings(data, teachers, output, from, epochs(60), BATCH / 2));
            default -> throw new IllegalArgumentException("usage: ./janua train [embedder | detector]");
        }
    }

    private static int epochs(int usual) {
        return Optional.ofNullable(System.getenv("JANUA_TRAINING_EPOCHS"))
                .map(Integer::parseInt)
                .orElse(usual);
    }

    private static Path setting(String name, String usual) {
        return Path.of(Optional.ofNullable(System.getenv(name)).orElse(usual));
    }
}
