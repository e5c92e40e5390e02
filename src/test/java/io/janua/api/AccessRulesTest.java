package io.janua.api;

import static io.janua.support.AccessApi.newGroup;
import static io.janua.support.AccessApi.newPoint;
import static io.janua.support.AccessApi.newRule;
import static io.janua.support.AccessApi.newSchedule;
import static io.janua.support.AccessApi.patch;
import static io.janua.support.AccessApi.post;
import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may pass where and when. */
@QuarkusTest
class AccessRulesTest {

    private String gallery;
    private String point;
    private String group;

    @BeforeEach
    void aDoorAndAGroup() {
        gallery = newGallery();
        point = newPoint(gallery);
        group = newGroup(gallery);
    }

    @Test
    void aRuleIsShownAsItWasWrittenAndChangesByMergePatch() {
        String schedule = newSchedule();
        String rule = newRule(
                gallery,
                List.of(point, point),
                Map.of(
                        "groups",
                        List.of(group, group),
                        "schedule",
                        schedule,
                        "validUntil",
                        "2030-01-01T00:00:00Z",
                        "demands",
                        Map.of(
                                "liveness",
                                true,
                                "fmr",
                                1e-6,
                                "factors",
                                "faceAndPin",
                                "escort",
                                Map.of("group", group, "seconds", 30))));
        asAdmin()
                .get("/v1/access/rules/{r}", rule)
                .then()
                .statusCode(200)
                .body("gallery", equalTo(gallery))
                .body("groups", contains(group))
                .body("everyone", equalTo(false))
                .body("points", contains(point))
                .body("schedule", equalTo(schedule))
                .body("enabled", equalTo(true))
                .body("demands.liveness", equalTo(true))
                .body("demands.factors", equalTo("faceAndPin"))
                .body("demands.escort.group", equalTo(group))
                .body("demands.escort.seconds", equalTo(30));
        assertThat(Database.text("SELECT demands::text FROM access_rule WHERE name = '%s'".formatted(rule)))
                .contains("\"escortSeconds\": 30", "\"factors\": \"faceAndPin\"");

        String second = newPoint(gallery);
        patch(
                        "/v1/access/rules/" + rule,
                        "{\"groups\": null, \"everyone\": true, \"schedule\": null, \"validUntil\": null,"
                                + " \"points\": [\"%s\", \"%s\"], \"enabled\": false,".formatted(point, second)
                                + " \"demands\": {\"escort\": null, \"fmr\": null}}")
                .then()
                .statusCode(200)
                .body("groups", hasSize(0))
                .body("everyone", equalTo(true))
                .body("points", containsInAnyOrder(point, second))
                .body("$", not(hasKey("schedule")))
                .body("$", not(hasKey("validUntil")))
                .body("enabled", equalTo(false))
                .body("demands.liveness", equalTo(true))
                .body("demands", not(hasKey("escort")));
        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "access.configure")))
                .filteredOn(entry -> entry.get("outcome").equals("changed"))
                .extracting(entry -> entry.get("facts"))
                .asString()
                .contains("kind=rule", "everyone=false -> true", "schedule=%s -> none".formatted(schedule));
    }

    @Test
    void aRuleForNobodyIsAContradiction() {
        post("/v1/access/rules", Map.of("name", "nobody", "gallery", gallery, "points", List.of(point)))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_rule_conflict"))
                .body("field", equalTo("groups"));
    }

    @Test
    void whatARuleNamesMustExist_andAllThatDoesNotIsNamed() {
        post(
                        "/v1/access/rules",
                        rule(Map.of(
                                "groups",
                                List.of(group, "ghosts"),
                                "points",
                                List.of("no-door", point),
                                "schedule",
                                "never")))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_reference_unknown"))
                .body("field", equalTo("groups"))
                .body("names", contains("ghosts", "no-door", "never"))
                .body(
                        "detail",
                        equalTo("There is no group and no access point and no schedule: ghosts, no-door, never."));
        post(
                        "/v1/access/rules",
                        rule(Map.of(
                                "everyone",
                                true,
                                "demands",
                                Map.of("escort", Map.of("group", "ghosts", "seconds", 30)))))
                .then()
                .statusCode(422)
                .body("field", equalTo("demands.escort.group"));
        // A group that was deleted since.
        asAdmin().delete("/v1/access/groups/{g}", group).then().statusCode(204);
        post("/v1/access/rules", rule(Map.of("groups", List.of(group))))
                .then()
                .statusCode(422)
                .body("names", contains(group));
    }

    @Test
    void aRuleStaysInItsGallery() {
        String other = newGallery();
        String foreignPoint = newPoint(other);
        String foreignGroup = newGroup(other);

        post(
                        "/v1/access/rules",
                        rule(Map.of("groups", List.of(group, foreignGroup), "points", List.of(point, foreignPoint))))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_rule_conflict"))
                .body("field", equalTo("groups"))
                .body("names", contains(foreignGroup, foreignPoint))
                .body("detail", containsString(gallery));
        // Whoever may not know of the other gallery is not told of it.
        String key = newKey(List.of("access.read", "access.write"), List.of(gallery));
        post(key, "/v1/access/rules", rule(Map.of("everyone", true, "points", List.of(foreignPoint))))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_reference_unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"points\": []} | validation_failed | points",
                "{\"points\": null} | validation_failed | points",
                "{\"points\": [null]} | validation_failed | points.<list element>",
                "{\"validFrom\": \"2030-01-01T00:00:00Z\", \"validUntil\": \"2029-01-01T00:00:00Z\"} | validation_failed |"
                        + " validUntil",
                "{\"demands\": {\"fmr\": 0}} | validation_failed | demands.fmr",
                "{\"demands\": {\"factors\": \"iris\"}} | body_invalid | demands.factors",
                "{\"demands\": {\"escort\": {\"group\": \"x\", \"seconds\": 4}}} | validation_failed |"
                        + " demands.escort.seconds",
                "{\"demands\": {\"escort\": {\"seconds\": 40}}} | validation_failed | demands.escort.group",
                "{\"gallery\": \"other\"} | field_unknown | gallery",
            })
    void whatIsNoRuleIsRefused(String patch, String code, String field) {
        String rule = newRule(gallery, List.of(point), Map.of("everyone", true));

        patch("/v1/access/rules/" + rule, patch)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @Test
    void rulesAreListedByWhatTheyName() {
        String schedule = newSchedule();
        String byGroup = newRule(gallery, List.of(point), Map.of("groups", List.of(group)));
        String bySchedule =
                newRule(gallery, List.of(newPoint(gallery)), Map.of("everyone", true, "schedule", schedule));
        String byEscort = newRule(
                gallery,
                List.of(point),
                Map.of("everyone", true, "demands", Map.of("escort", Map.of("group", group, "seconds", 5))));

        assertThat(listed(Map.of("gallery", gallery))).containsExactlyInAnyOrder(byGroup, bySchedule, byEscort);
        assertThat(listed(Map.of("group", group))).containsExactlyInAnyOrder(byGroup, byEscort);
        assertThat(listed(Map.of("point", point))).containsExactlyInAnyOrder(byGroup, byEscort);
        assertThat(listed(Map.of("schedule", schedule))).containsExactly(bySchedule);
        assertThat(listed(Map.of("gallery", gallery, "schedule", schedule, "group", group)))
                .isEmpty();
        assertThat(listed(Map.of("point", "no-door"))).isEmpty();

        var first = asAdmin()
                .queryParams("gallery", gallery, "limit", 2)
                .get("/v1/access/rules")
                .then()
                .body("items", hasSize(2))
                .extract();
        asAdmin()
                .queryParams("gallery", gallery, "cursor", first.path("nextCursor"))
                .get("/v1/access/rules")
                .then()
                .body("items", hasSize(1))
                .body("$", not(hasKey("nextCursor")));
    }

    @Test
    void aKeyThatIsLimitedToGalleriesSeesNoRuleOfOthers() {
        String rule = newRule(gallery, List.of(point), Map.of("everyone", true));
        String key = newKey(List.of("access.read", "access.write"), List.of(newGallery()));

        as(key).get("/v1/access/rules").then().statusCode(200).body("items", hasSize(0));
        for (var refused : List.of(
                as(key).get("/v1/access/rules/{r}", rule),
                as(key).delete("/v1/access/rules/{r}", rule),
                as(key).contentType("application/json").body("{}").patch("/v1/access/rules/{r}", rule))) {
            refused.then().statusCode(404).body("code", equalTo("access_rule_not_found"));
        }
    }

    @Test
    void aNameIsTakenOnce() {
        String rule = newRule(gallery, List.of(point), Map.of("everyone", true));
        var same = rule(Map.of("everyone", true));
        same.put("name", rule);

        post("/v1/access/rules", same).then().statusCode(409).body("code", equalTo("access_rule_exists"));
    }

    @Test
    void aGroupThatIsDeletedWhileARuleComesIsInTheRuleOrGone() {
        for (int round = 0; round < 10; round++) {
            String raced = newGroup(gallery);
            var made =
                    CompletableFuture.supplyAsync(() -> post("/v1/access/rules", rule(Map.of("groups", List.of(raced))))
                            .statusCode());
            var deleted = CompletableFuture.supplyAsync(
                    () -> asAdmin().delete("/v1/access/groups/{g}", raced).statusCode());

            assertThat(List.of(made.join(), deleted.join())).isIn(List.of(201, 409), List.of(422, 204));
        }
    }

    private Map<String, Object> rule(Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(
                Map.of("name", "rule-" + UUID.randomUUID(), "gallery", gallery, "points", List.of(point)));
        wanted.putAll(more);
        return wanted;
    }

    private static List<String> listed(Map<String, Object> filter) {
        return asAdmin()
                .queryParams(filter)
                .get("/v1/access/rules")
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
    }
}
