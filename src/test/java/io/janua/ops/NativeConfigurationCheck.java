package io.janua.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a native build would be given. The Maven profile {@code native-check} generates it, which needs no GraalVM, and
 * runs this.
 */
class NativeConfigurationCheck {

    private static final Path SOURCES = Path.of("target/native-sources");
    private static final String CONFIGURATION = "META-INF/native-image/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void librariesAndWhoLoadsThem_areInitialisedInTheProcessThatNeedsThem() throws IOException {
        String arguments = Files.readString(SOURCES.resolve("native-image.args"));
        String atRunTime = Arrays.stream(arguments.split("\\s+"))
                .filter(argument -> argument.startsWith("--initialize-at-run-time="))
                .findFirst()
                .orElseThrow();
        assertThat(atRunTime.substring(atRunTime.indexOf('=') + 1).split(","))
                .contains(
                        "ai.onnxruntime",
                        "ai.djl",
                        "nu.pattern",
                        "org.opencv",
                        "io.janua.vision.onnx",
                        "io.janua.vision.opencv",
                        "io.janua.hook.http.Reach",
                        "com.hivemq",
                        "org.jctools");
    }

    @Test
    void resources_holdEveryMigrationAndTheModels() throws IOException {
        List<String> patterns = StreamSupport.stream(
                        generated("resource-config.json")
                                .at("/resources/includes")
                                .spliterator(),
                        false)
                .map(include -> include.path("pattern").asText())
                .toList();
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(migrations).isNotEmpty().allSatisfy(file -> assertThat(patterns)
                    .anyMatch(("db/migration/" + file.getFileName())::matches));
        }
        assertThat(patterns).anyMatch("models/catalog.json"::matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"io.janua.gallery.Template", "io.janua.recognition.VerificationView", "io.janua.ops.SystemView"})
    void reflection_knowsEntitiesAndAnswers(String type) throws IOException {
        assertThat(StreamSupport.stream(generated("reflect-config.json").spliterator(), false)
                        .map(entry -> entry.path("name").asText()))
                .contains(type);
    }

    /** The lists are kept by hand; another version of a library may have moved what they name. */
    @ParameterizedTest
    @ValueSource(strings = {"caffeine", "hivemq", "onnxruntime", "opencv", "opentelemetry"})
    void listsOfLibraries_nameWhatIsThere(String library) throws Exception {
        JsonNode metadata = generated("io.janua/%s/reachability-metadata.json".formatted(library));
        assertThat(metadata.path("reflection")).isNotEmpty();
        for (JsonNode entry : metadata.path("reflection")) {
            Class<?> type = type(entry.path("type").asText());
            for (JsonNode method : entry.path("methods")) {
                assertThat(isThere(type, method)).as("%s %s", type, method).isTrue();
            }
            for (JsonNode field : entry.path("fields")) {
                assertThat(Arrays.stream(type.getDeclaredFields()).map(Field::getName))
                        .contains(field.path("name").asText());
            }
        }
        for (JsonNode resource : metadata.path("resources")) {
            String name = resource.path("glob").asText();
            assertThat(getClass().getClassLoader().getResource(name)).as(name).isNotNull();
        }
    }

    private static boolean isThere(Class<?> type, JsonNode method) throws ClassNotFoundException {
        var parameters = new Class<?>[method.path("parameterTypes").size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = type(method.path("parameterTypes").path(i).asText());
        }
        String name = method.path("name").asText();
        if (name.equals("<init>")) {
            return Arrays.stream(type.getDeclaredConstructors())
                    .map(Constructor::getParameterTypes)
                    .anyMatch(found -> Arrays.equals(found, parameters));
        }
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(
                        found -> found.getName().equals(name) && Arrays.equals(found.getParameterTypes(), parameters));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        if (name.endsWith("[]")) {
            return type(name.substring(0, name.length() - 2)).arrayType();
        }
        return switch (name) {
            case "int" -> int.class;
            case "long" -> long.class;
            // Not initialised: that would load native libraries.
            default -> Class.forName(name, false, NativeConfigurationCheck.class.getClassLoader());
        };
    }

    private static JsonNode generated(String name) throws IOException {
        try (var files = Files.list(SOURCES)) {
            Path runner = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
            try (var jar = new JarFile(runner.toFile());
                    var entry = jar.getInputStream(jar.getJarEntry(CONFIGURATION + name))) {
                return JSON.readTree(new String(entry.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }
}
