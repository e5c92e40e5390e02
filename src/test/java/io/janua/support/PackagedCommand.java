package io.janua.support;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of the package beside the service, started as {@code ./janua} starts it. */
public final class PackagedCommand {

    private static final Path PACKAGE = Path.of("target/quarkus-app");

    private PackagedCommand() {}

    /**
     * @param configuration by property
     * @return what it wrote to standard output
     * @throws AssertionError when it fails
     */
    public static String run(String mainClass, Map<String, String> configuration, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Stream.of("app", "lib/main", "lib/boot")
                        .map(folder -> PACKAGE.resolve(folder) + "/*")
                        .collect(Collectors.joining(File.pathSeparator)),
                mainClass));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        ServiceInstance.configure(builder.environment(), configuration);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("%s failed with %d: %s".formatted(mainClass, process.exitValue(), said));
        }
        return said;
    }
}
