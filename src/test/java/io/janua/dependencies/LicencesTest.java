package io.janua.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicencesTest {

    @Test
    void anAlternativeIsEnough_andAllPartsMustBeFine() {
        assertThat(Licences.allow(List.of("GPL-3.0-only", "Apache-2.0"))).isTrue();
        assertThat(Licences.allow(List.of("(MIT OR GPL-3.0-only)"))).isTrue();
        assertThat(Licences.allow(List.of("MIT AND BSD-3-Clause"))).isTrue();
        assertThat(Licences.allow(List.of("MIT AND GPL-3.0-only"))).isFalse();
        assertThat(Licences.allow(List.of("AGPL-3.0-only"))).isFalse();
        assertThat(Licences.allow(List.of())).isFalse();
    }

    /** What browsers get; what only builds it is nobody's. */
    @Test
    void everyPackageOfTheConsoleIsUnderOneOfThem() throws IOException {
        JsonNode lock = new ObjectMapper()
                .readTree(Path.of("enrollment-ui/package-lock.json").toFile());

        List<String> others = lock.path("packages").properties().stream()
                .filter(entry -> !entry.getKey().isEmpty()
                        && !entry.getValue().path("dev").asBoolean())
                .filter(entry ->
                        !Licences.allow(List.of(entry.getValue().path("license").asText())))
                .map(entry -> entry.getKey() + " " + entry.getValue().path("license"))
                .toList();

        assertThat(others).isEmpty();
    }

    /** Where they come from, with what they must be: what the lock file does not pin could be anything. */
    @Test
    void everyPackageOfTheConsoleIsPinnedByItsHash() throws IOException {
        JsonNode lock = new ObjectMapper()
                .readTree(Path.of("enrollment-ui/package-lock.json").toFile());

        List<String> loose = lock.path("packages").properties().stream()
                .filter(entry -> !entry.getKey().isEmpty()
                        && !entry.getValue().path("inBundle").asBoolean()
                        && !entry.getValue().path("integrity").asText().startsWith("sha512-"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(loose).isEmpty();
    }
}
