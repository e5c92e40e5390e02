package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A script of src/test/python in a process of its own: an order in JSON on one line, its answer on the next. */
final class Python implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPTS = Path.of("src/test/python");

    /** Debian's packages are for Debian's Python, which another one may hide on the path. */
    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

    private final Process process;
    private final AtExit stopping;
    private final Writer orders;
    private final BufferedReader answers;

    private Python(ProcessBuilder builder) throws IOException {
        process = builder.start();
        stopping = new AtExit(process::destroy);
        orders = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @return empty where no interpreter has all of the modules */
    static Optional<String> having(String... modules) {
        return INTERPRETERS.stream()
                .filter(interpreter -> imports(interpreter, String.join(", ", modules)))
                .findFirst();
    }

    static Python start(String interpreter, String script, Path... arguments) {
        List<String> command =
                new ArrayList<>(List.of(interpreter, SCRIPTS.resolve(script).toString()));
        Stream.of(arguments).map(Path::toString).forEach(command::add);
        try {
            return new Python(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot be started".formatted(script), failed);
        }
    }

    /** Waits for the answer. */
    JsonNode order(Map<String, Object> order) {
        try {
            orders.write(JSON.writeValueAsString(order) + "\n");
            orders.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the script has ended; standard error says why");
            }
            return JSON.readTree(answer);
        } catch (IOException failed) {
            throw new UncheckedIOException("the script does not answer", failed);
        }
    }

    @Override
    public void close() {
        stopping.now();
    }

    private static boolean imports(String interpreter, String modules) {
        try {
            return new ProcessBuilder(interpreter, "-c", "import " + modules)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchInterpreter) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
