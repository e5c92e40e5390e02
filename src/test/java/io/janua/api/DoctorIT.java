package io.janua.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.support.TestDatabase;
import io.janua.support.TestModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./janua doctor} as a person calls it, in whatever state this checkout is. */
class DoctorIT {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Map<String, String> SETTINGS = new HashMap<>();

    @BeforeAll
    static void anEmptyDatabase() {
        DATABASE.start();
        SETTINGS.putAll(DATABASE.variables());
        SETTINGS.put("JANUA_MODEL_STORE", TestModels.folder().toString());
        SETTINGS.put("JANUA_OIDC_ISSUER", "none");
        SETTINGS.put("JANUA_JDK", System.getProperty("java.home"));
    }

    @AfterAll
    static void drop() {
        DATABASE.stop();
    }

    @Test
    void itSaysOfEachThingHowItIs() throws Exception {
        Seen seen = doctor(Map.of());

        assertThat(seen.levels())
                .containsEntry("JDK", "ok")
                .containsEntry("database", "ok")
                .containsEntry("schema", "ok")
                .containsEntry("service role", "ok")
                .containsEntry("master key", "ok")
                .containsEntry("identity provider", "ok")
                .containsKeys("cores", "memory", "disk", "package", "AOT cache", "models", "service");
        assertThat(seen.levels().values()).isSubsetOf("ok", "warn", "fail");
        assertThat(seen.code()).isEqualTo(seen.levels().containsValue("fail") ? 1 : 0);
    }

    @Test
    void whatHasToBeMendedMakesItFail() throws Exception {
        Seen seen = doctor(Map.of("JANUA_DB_URL", "jdbc:postgresql://127.0.0.1:1/janua", "JANUA_MASTER_KEY", "short"));

        assertThat(seen.levels()).containsEntry("database", "fail").containsEntry("master key", "fail");
        assertThat(seen.code()).isOne();
    }

    private record Seen(int code, Map<String, String> levels) {}

    private static Seen doctor(Map<String, String> overriding) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("./janua", "doctor", "--json").redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("JANUA_"));
        builder.environment().putAll(SETTINGS);
        builder.environment().putAll(overriding);
        Process process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> levels = new HashMap<>();
        for (JsonNode finding : parsed(said)) {
            levels.merge(finding.get("about").asText(), finding.get("level").asText(), DoctorIT::worse);
        }
        return new Seen(process.waitFor(), levels);
    }

    private static List<JsonNode> parsed(String lines) throws IOException {
        var json = new ObjectMapper();
        List<JsonNode> findings = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            findings.add(json.readTree(line));
        }
        return findings;
    }

    private static String worse(String one, String other) {
        return List.of("ok", "warn", "fail").indexOf(one)
                        > List.of("ok", "warn", "fail").indexOf(other)
                ? one
                : other;
    }
}
