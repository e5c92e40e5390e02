package io.janua.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.support.Monitoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Alert rules and dashboard, as far as they can be judged without a service. */
class MonitoringTest {

    @Test
    void theOperatorsRulesAreThoseOfTheFile() {
        String plain = Monitoring.read(Monitoring.RULES);
        String operators = Monitoring.read(Monitoring.FOLDER.resolve("prometheus-rule.yaml"));

        String rules = plain.substring(plain.indexOf("groups:"));

        assertThat(operators.substring(operators.indexOf("  groups:"))).isEqualTo(rules.replaceAll("(?m)^(?=.)", "  "));
    }

    @Test
    void theRulesAreLawfulAndAlertWhenTheyShould() throws Exception {
        String promtool = System.getenv("JANUA_TEST_PROMTOOL");
        assumeTrue(
                promtool != null && !promtool.equals("none"),
                "there is no promtool: ./janua test fetches it where Debian's packages are at hand");

        assertThat(run(
                        promtool,
                        "check",
                        "rules",
                        Monitoring.RULES.getFileName().toString()))
                .isZero();
        assertThat(run(
                        promtool,
                        "test",
                        "rules",
                        Monitoring.RULE_TESTS.getFileName().toString()))
                .isZero();
    }

    @Test
    void theDashboardsPanelsHaveIdsOfTheirOwnAndAskSomething() {
        List<JsonNode> panels = StreamSupport.stream(
                        Monitoring.dashboard().path("panels").spliterator(), false)
                .toList();

        assertThat(panels).hasSizeGreaterThan(20);
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        assertThat(panels)
                .filteredOn(panel -> !panel.path("type").asText().equals("row"))
                .allSatisfy(panel -> assertThat(panel.path("targets")).isNotEmpty());
    }

    @Test
    void whatIsRecordedIsRecordedSomewhere() {
        String rules = Monitoring.read(Monitoring.RULES);

        assertThat(Monitoring.read(Monitoring.DASHBOARD)).contains("janua:failure_to_acquire:ratio_1h");
        assertThat(rules)
                .contains("record: janua:failure_to_acquire:ratio_1h", "record: janua:failure_to_enrol:ratio_1h");
    }

    private static int run(String... command) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(command));
        Path promtool = Path.of(command[0]);
        words.set(0, promtool.toAbsolutePath().toString());
        return new ProcessBuilder(words)
                .directory(Monitoring.FOLDER.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
