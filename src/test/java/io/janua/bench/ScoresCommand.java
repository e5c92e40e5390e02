package io.janua.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.support.SharedData;
import java.nio.file.Path;
import java.util.List;

/** {@code ./janua bench scores [FOLDER]}: how the running model's scores are distributed on photographs, as JSON. */
final class ScoresCommand {

    static final String NAME = "scores";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoresCommand() {}

    /** @param arguments a folder with a folder a person; without one, the photographs for tests */
    static void print(List<String> arguments) {
        Path folder = arguments.isEmpty() ? SharedData.people().getFirst().getParent() : Path.of(arguments.getFirst());
        Progress.say("scores: comparing every two photographs of %s", folder);
        try {
            System.out.println(JSON.writeValueAsString(ScoreCount.in(folder)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a distribution is plain JSON", impossible);
        }
    }
}
