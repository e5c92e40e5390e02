package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in a line, not by a trace. */
class ModelsCommandTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void useAnEmptyStore() {
        environment.put("JANUA_MODEL_STORE", folder.resolve("store").toString());
    }

    @Test
    void everyPackIsListed() {
        assertThat(run()).isEqualTo(ModelsCommand.DONE);
        assertThat(text(out)).contains("pack janua-default-1", "minifasnet-v2se");
    }

    @Test
    void aCatalogueThatCannotBeRead_isNamed() throws Exception {
        environment.put("JANUA_MODEL_CATALOG", folder.resolve("none.json").toString());
        assertThat(run("list")).isEqualTo(ModelsCommand.REFUSED);
        assertThat(text(err)).contains("none.json cannot be used");

        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"packs\": 1}");
        environment.put("JANUA_MODEL_CATALOG", broken.toString());
        assertThat(run("fetch")).isEqualTo(ModelsCommand.REFUSED);
        assertThat(text(err)).contains("broken.json cannot be used");
    }

    @Test
    void aPackThatIsNotThere_andACommandThatIsNone_areRefused() {
        environment.put("JANUA_MODEL_PACK", "nope");
        assertThat(run("fetch")).isEqualTo(ModelsCommand.REFUSED);
        assertThat(run("bring")).isEqualTo(ModelsCommand.REFUSED);
        assertThat(text(err)).contains("There is no model pack 'nope'", "usage: ./janua models");
    }

    private int run(String... arguments) {
        return new ModelsCommand(new PrintStream(out, true), new PrintStream(err, true), environment)
                .run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
