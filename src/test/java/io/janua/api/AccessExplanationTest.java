package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.janua.support.Api;
import io.janua.support.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why would somebody be denied at eight o'clock? */
@QuarkusTest
class AccessExplanationTest {

    private Door door;

    @BeforeEach
    void aDoorAndAPerson() {
        door = Door.create(Map.of());
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
    }

    @Test
    void withoutARuleNobodyPasses() {
        explain(Map.of())
                .body("outcome", equalTo("denied"))
                .body("reason", equalTo("no_rule"))
                .body("checks.check[-1]", equalTo("rule"))
                .body("checks.passed[-1]", equalTo(false))
                .body("checks.passed[0]", equalTo(true))
                .body("rules.size()", equalTo(0));
        assertThat(door.decisions()).isZero();
    }

    @Test
    void everyRuleOfThePointSaysHowFarItCame() {
        String staff = group();
        door.permit(Map.of("name", "a-" + door.name(), "groups", List.of(staff)));
        door.permit(Map.of("name", "b-" + door.name(), "everyone", true, "enabled", false));
        door.permit(Map.of("name", "c-" + door.name(), "everyone", true, "demands", Map.of("factors", "faceAndPin")));

        explain(Map.of())
                .body("reason", equalTo("pin_missing"))
                .body("rules.outcome", contains("not_a_member", "disabled", "demand_unmet"));
        explain(Map.of("pin", true))
                .body("outcome", equalTo("granted"))
                .body("reason", equalTo("rule"))
                .body("checks.passed", not(hasItem(false)))
                .body("rules.outcome", contains("not_a_member", "disabled", "applies"));
    }

    @Test
    void theNightsOnWhichTheClocksChangeAreAsTheScheduleSays() {
        String schedule = "nights-" + UUID.randomUUID();
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        schedule,
                        "timeZone",
                        "Europe/Berlin",
                        "weekly",
                        List.of(Map.of("days", List.of("sunday"), "from", "02:30", "until", "03:30"))))
                .post("/v1/access/schedules")
                .then()
                .statusCode(201);
        door.permit(Map.of("everyone", true, "schedule", schedule));

        // Autumn 2026: 02:30 comes twice, and the period lasts two hours.
        at("2026-10-25T00:29:59Z", "not_at_this_time");
        at("2026-10-25T00:30:00Z", "rule");
        at("2026-10-25T01:45:00Z", "rule");
        at("2026-10-25T02:29:59Z", "rule");
        at("2026-10-25T02:30:00Z", "not_at_this_time");
        // Spring 2027: 02:30 does not come, nor does the period.
        at("2027-03-28T00:45:00Z", "not_at_this_time");
        at("2027-03-28T01:15:00Z", "not_at_this_time");
        at("2027-03-28T01:31:00Z", "not_at_this_time");
        explain(Map.of("at", "2027-03-28T00:00:00Z")).body("rules[0].nextFrom", equalTo("2027-04-04T00:30:00Z"));
    }

    @Test
    void onlyWhoMayReadIsTold() {
        Api.as(Api.newKey(List.of("access.decide"), null))
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "alice"))
                .post("/v1/access/points/{p}/explanations", door.name())
                .then()
                .statusCode(403);
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "nobody"))
                .post("/v1/access/points/{p}/explanations", door.name())
                .then()
                .statusCode(404)
                .body("code", equalTo("subject_not_found"));
    }

    private void at(String time, String reason) {
        explain(Map.of("at", time)).body("at", equalTo(time)).body("reason", equalTo(reason));
    }

    private ValidatableResponse explain(Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(Map.of("subject", "alice"));
        wanted.putAll(more);
        return door.explain(wanted);
    }

    private String group() {
        String name = "group-" + UUID.randomUUID();
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "gallery", door.gallery()))
                .post("/v1/access/groups")
                .then()
                .statusCode(201);
        return name;
    }
}
