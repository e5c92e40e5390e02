package io.janua.ops.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/reference/configuration.md is what the code says: names, defaults and limits, and the meaning of Janua's own
 * settings, are written into it by {@code ./janua reference}.
 */
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/reference/configuration.md");
    private static final Pattern VARIABLE = Pattern.compile("\\bJANUA_[A-Z0-9_]*[A-Z0-9]\\b");

    /** Between parts of {@code ./janua}, or between it and the tests; nobody else sets them. */
    private static final Set<String> INTERNAL = Set.of("JANUA_AOT_CACHE", "JANUA_DB_DOCKER", "JANUA_REHEARSAL_PICTURE");

    private static final Pattern OF_TOOLS = Pattern.compile("JANUA_(?:TEST|BENCH|STAGE|TRAINING)_.*");

    @Test
    void committedDocumentIsCurrent() throws IOException {
        String committed = Files.readString(DOCUMENT);
        var packaged = PackagedSettings.read();
        String current = ConfigurationDocument.rewritten(committed, packaged, MappedSettings.read(packaged), INTERNAL);
        if (Boolean.getBoolean("janua.reference.update")) {
            Files.writeString(DOCUMENT, current);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/reference/configuration.md is stale: run ./janua reference")
                .isEqualTo(current);
    }

    /** What it means no program can guess: Javadoc says it, or the document for settings of Quarkus. */
    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        assertThat(ConfigurationDocument.silent(Files.readString(DOCUMENT))).isEmpty();
    }

    @Test
    void everyVariableThatAnythingReadsIsInIt() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String folder : List.of("src/main/java", "src/main/shell", "src/main/resources")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(java|sh|properties)"))
                        .forEach(file -> read.addAll(variables(file)));
            }
        }
        Set<String> documented = variables(DOCUMENT);
        read.removeAll(INTERNAL);
        read.removeIf(name -> OF_TOOLS.matcher(name).matches());
        // The beginning of several, as a script puts them together.
        read.removeIf(name -> documented.stream().anyMatch(variable -> variable.startsWith(name + "_")));

        assertThat(documented).containsAll(read);
    }

    @Test
    void aVariableNamedByTheDocumentIsRead() throws IOException {
        Map<String, PackagedSettings.Variable> known = PackagedSettings.read().variables();
        assertThat(ConfigurationDocument.variablesOf(Files.readString(DOCUMENT)))
                .isNotEmpty()
                .isSubsetOf(known.keySet());
    }

    @Test
    void limits_areReadFromConstraints() {
        assertThat(MappedSettings.allowed("@WithDefault(\"7\")\n    @Positive\n    @Max(365)\n    ", "int"))
                .isEqualTo("1 to 365");
        assertThat(MappedSettings.allowed("@Positive\n    ", "int")).isEqualTo("above 0");
        assertThat(MappedSettings.allowed("@PositiveOrZero\n    ", "OptionalLong"))
                .isEqualTo("0 or more");
        assertThat(MappedSettings.allowed("@DecimalMin(\"1e-9\")\n    @DecimalMax(\"0.5\")\n    ", "double"))
                .isEqualTo("1e-9 to 0.5");
        assertThat(MappedSettings.allowed("", "Duration")).isEqualTo("a duration");
    }

    private static Set<String> variables(Path file) {
        try {
            Matcher found = VARIABLE.matcher(Files.readString(file));
            return found.results().map(result -> result.group()).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
