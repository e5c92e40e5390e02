package io.janua.api;

import static io.janua.support.AccessApi.member;
import static io.janua.support.AccessApi.newGroup;
import static io.janua.support.AccessApi.newPoint;
import static io.janua.support.AccessApi.newRule;
import static io.janua.support.AccessApi.newSchedule;
import static io.janua.support.AccessApi.put;
import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards, PINs and blocks, and what decides where somebody may pass. */
@QuarkusTest
class SubjectAccessTest {

    private String gallery;

    @BeforeEach
    void aliceAndBob() {
        gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        putSubject(gallery, "bob", "Bob").then().statusCode(201);
    }

    @Test
    void whatDecidesIsShownTogether() {
        String group = newGroup(gallery);
        String point = newPoint(gallery);
        String schedule = newSchedule();
        member(group, "alice");
        String byGroup = newRule(gallery, List.of(point), Map.of("groups", List.of(group), "schedule", schedule));
        String forAll = newRule(gallery, List.of(point), Map.of("everyone", true));
        newRule(gallery, List.of(point), Map.of("everyone", true, "enabled", false));
        newRule(gallery, List.of(point), Map.of("groups", List.of(newGroup(gallery))));

        access(FIRST_KEY, "alice")
                .then()
                .statusCode(200)
                .body("groups.group", contains(group))
                .body("$", not(hasKey("block")))
                .body("$", not(hasKey("card")))
                .body("pin", equalTo(false))
                .body(
                        "rules.rule",
                        contains(List.of(byGroup, forAll).stream().sorted().toArray()))
                .body("rules.find { it.rule == '%s' }.schedule".formatted(byGroup), equalTo(schedule))
                .body("rules[0].points", contains(point));
        access(FIRST_KEY, "bob").then().body("rules.rule", contains(forAll)).body("groups", hasSize(0));
    }

    @Test
    void aCardIsShownToThoseWhoHandItOut() {
        card("alice", "012-0034567")
                .then()
                .statusCode(200)
                .body("number", equalTo("12-34567"))
                .body("changedAt", notNullValue());
        access(FIRST_KEY, "alice").then().body("card", equalTo("12-34567")).body("cardChangedAt", notNullValue());
        access(newKey(List.of("access.read"), null), "alice")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("card")))
                .body("cardChangedAt", notNullValue());

        card("alice", "04a2b3c4").then().statusCode(200).body("number", equalTo("04A2B3C4"));
        delete("alice", "card").then().statusCode(204);
        delete("alice", "card").then().statusCode(404).body("code", equalTo("access_credential_not_found"));
        access(FIRST_KEY, "alice").then().body("$", not(hasKey("cardChangedAt")));

        var told = AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "access.credential"));
        assertThat(told).extracting(entry -> entry.get("outcome")).containsExactly("deleted", "changed", "changed");
        assertThat(told.toString()).contains("credential=card").doesNotContain("34567", "04A2B3C4");
    }

    @Test
    void nobodyReadsACardOrAPinInTheDatabase() {
        card("alice", "12-34567").then().statusCode(200);
        pin("alice", "4711", "4712").then().statusCode(200);

        String rows = Database.text("SELECT string_agg(encode(sealed, 'hex'), ' ') FROM access_credential c"
                + " JOIN gallery g ON g.id = c.gallery_id WHERE g.name = '%s'".formatted(gallery));

        assertThat(rows.split(" ")).hasSize(3);
        assertThat(rows).doesNotContain(hex("34567"), hex("4711"), hex("4712"));
    }

    @Test
    void equalPinsOfTwoPeopleDoNotLookAlike_andBothAreTaken() {
        pin("alice", "4711", null).then().statusCode(200);
        pin("bob", "4711", null).then().statusCode(200);

        assertThat(Database.query(
                        "SELECT count(DISTINCT c.sealed) FROM access_credential c JOIN gallery g ON g.id = c.gallery_id"
                                + " WHERE g.name = ?",
                        gallery))
                .isEqualTo(2);
    }

    @Test
    void aCardIsOnePersonsInAGallery() {
        card("alice", "4711").then().statusCode(200);

        card("bob", "04711")
                .then()
                .statusCode(409)
                .body("code", equalTo("access_card_taken"))
                .body("field", equalTo("number"))
                .body("subject", equalTo("alice"));
        String key = newKey(List.of("access.write"), null);
        put(key, path("bob", "card"), Map.of("number", "4711"))
                .then()
                .statusCode(409)
                .body("$", not(hasKey("subject")));
        // Its owner may get it again, and another gallery has its own.
        card("alice", "4711").then().statusCode(200);
        String other = newGallery();
        putSubject(other, "bob", "Bob").then().statusCode(201);
        put(FIRST_KEY, "/v1/galleries/%s/subjects/bob/access/card".formatted(other), Map.of("number", "4711"))
                .then()
                .statusCode(200);
        delete("alice", "card").then().statusCode(204);
        card("bob", "4711").then().statusCode(200);
    }

    @Test
    void ofTwoWhoGetACardAtOnceOneHasIt() {
        for (int round = 0; round < 10; round++) {
            String number = "7-" + round;
            var alices =
                    CompletableFuture.supplyAsync(() -> card("alice", number).statusCode());
            var bobs = CompletableFuture.supplyAsync(() -> card("bob", number).statusCode());

            assertThat(List.of(alices.join(), bobs.join())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "card", "12-", "70000-1", "1-2-3", "0xABCDEF01", "123456789012345678901", "AB CD EF 01"})
    void whatIsNoCardNumberIsRefused(String number) {
        card("alice", number)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo("number"))
                .body("remedy", startsWith("Send it as facility-number"));
    }

    @Test
    void aPinIsSaidToBeThereAndNothingElse() {
        pin("alice", "4711", "4712")
                .then()
                .statusCode(200)
                .body("pin", equalTo(true))
                .body("duressPin", equalTo(true));
        access(FIRST_KEY, "alice").then().body("pin", equalTo(true)).body("duressPin", equalTo(true));
        // Left out, the one for duress goes.
        pin("alice", "12345678", null).then().statusCode(200).body("duressPin", equalTo(false));
        access(FIRST_KEY, "alice").then().body("duressPin", equalTo(false));
        delete("alice", "pin").then().statusCode(204);
        delete("alice", "pin").then().statusCode(404).body("code", equalTo("access_credential_not_found"));

        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "access.credential"))
                        .toString())
                .doesNotContain("4711", "12345678");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"pin\": \"123\"}, pin",
        "{\"pin\": \"123456789\"}, pin",
        "{\"pin\": \"12a4\"}, pin",
        "{\"pin\": \"١٢٣٤\"}, pin",
        "{}, pin",
        "'{\"pin\": \"1234\", \"duressPin\": \"1234\"}', duressPin",
        "'{\"pin\": \"1234\", \"duressPin\": \"12\"}', duressPin",
    })
    void whatIsNoPinIsRefusedAndNotRepeated(String body, String field) {
        String answer = put(FIRST_KEY, path("alice", "pin"), body)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo(field))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("123456789", "12a4", "\"1234\"");
    }

    @Test
    void aBlockHoldsUntilItEnds() {
        block("alice", Map.of("reason", "Lost the contract", "until", "2035-01-01T00:00:00Z"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("Lost the contract"))
                .body("blockedBy", startsWith("api-key:"));
        block("alice", Map.of("reason", "For good")).then().statusCode(200).body("$", not(hasKey("until")));
        access(FIRST_KEY, "alice").then().body("block.reason", equalTo("For good"));
        asAdmin()
                .queryParam("gallery", gallery)
                .get("/v1/access/blocks")
                .then()
                .statusCode(200)
                .body("items.subject", contains("alice"))
                .body("items[0].name", equalTo("Alice"))
                .body("items[0].gallery", equalTo(gallery));

        Database.execute("UPDATE access_block SET until = now() WHERE reason = 'For good'");
        access(FIRST_KEY, "alice").then().body("$", not(hasKey("block")));
        asAdmin().queryParam("gallery", gallery).get("/v1/access/blocks").then().body("items", hasSize(0));

        block("alice", Map.of("reason", "Again")).then().statusCode(200);
        delete("alice", "block").then().statusCode(204);
        delete("alice", "block").then().statusCode(404).body("code", equalTo("access_block_not_found"));
        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "access.block")))
                .extracting(entry -> entry.get("outcome"))
                .containsExactly("unblocked", "blocked", "blocked", "blocked");
    }

    @Test
    void whatIsNoBlockIsRefused() {
        block("alice", Map.of()).then().statusCode(400).body("field", equalTo("reason"));
        block("alice", Map.of("reason", " ")).then().statusCode(400).body("field", equalTo("reason"));
        block("alice", Map.of("reason", "x".repeat(501))).then().statusCode(400);
        block("alice", Map.of("reason", "Too late", "until", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("field", equalTo("until"));
        block("nobody", Map.of("reason", "Unknown")).then().statusCode(404).body("code", equalTo("subject_not_found"));
    }

    @Test
    void eachNeedsItsOperation() {
        String writer = newKey(List.of("access.write"), null);
        String operator = newKey(List.of("access.operate"), null);

        put(operator, path("alice", "card"), Map.of("number", "1")).then().statusCode(403);
        put(operator, path("alice", "pin"), Map.of("pin", "1234")).then().statusCode(403);
        put(writer, path("alice", "block"), Map.of("reason", "No")).then().statusCode(403);
        put(operator, path("alice", "block"), Map.of("reason", "Yes")).then().statusCode(200);
        access(operator, "alice").then().statusCode(403);
        as(newKey(List.of("access.read"), List.of(gallery)))
                .get("/v1/access/blocks")
                .then()
                .statusCode(200)
                .body("items.subject", contains("alice"));
        as(newKey(List.of("access.read"), List.of(newGallery())))
                .get("/v1/access/blocks")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        asAdmin().queryParam("limit", 500).get("/v1/access/blocks").then().body("items.gallery", hasItem(gallery));
    }

    @Test
    void anErasedSubjectLeavesNothingBehind() {
        String group = newGroup(gallery);
        member(group, "alice");
        card("alice", "12-34567").then().statusCode(200);
        pin("alice", "4711", null).then().statusCode(200);
        block("alice", Map.of("reason", "Gone")).then().statusCode(200);

        asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(200);

        assertThat(rows("access_group_member") + rows("access_credential") + rows("access_block"))
                .isZero();
        card("bob", "12-34567").then().statusCode(200);
    }

    @Test
    void aGalleryGoesWithAllThatAccessControlHasOfIt() {
        String group = newGroup(gallery);
        String schedule = newSchedule();
        member(group, "alice");
        card("alice", "12-34567").then().statusCode(200);
        block("bob", Map.of("reason", "Gone")).then().statusCode(200);
        newRule(
                gallery,
                List.of(newPoint(gallery)),
                Map.of(
                        "groups",
                        List.of(group),
                        "schedule",
                        schedule,
                        "demands",
                        Map.of("escort", Map.of("group", group, "seconds", 30))));

        asAdmin().delete("/v1/galleries/{g}", gallery).then().statusCode(204);

        asAdmin().get("/v1/access/groups/{g}", group).then().statusCode(404);
        asAdmin().delete("/v1/access/schedules/{s}", schedule).then().statusCode(204);
    }

    private long rows(String table) {
        return Database.query(
                "SELECT count(*) FROM %s t JOIN gallery g ON g.id = t.gallery_id WHERE g.name = ?".formatted(table),
                gallery);
    }

    private Response access(String key, String subject) {
        return as(key).get("/v1/galleries/{g}/subjects/{s}/access", gallery, subject);
    }

    private Response card(String subject, String number) {
        return put(FIRST_KEY, path(subject, "card"), Map.of("number", number));
    }

    private Response pin(String subject, String pin, String duressPin) {
        return put(
                FIRST_KEY,
                path(subject, "pin"),
                duressPin == null ? Map.of("pin", pin) : Map.of("pin", pin, "duressPin", duressPin));
    }

    private Response block(String subject, Map<String, Object> body) {
        return put(FIRST_KEY, path(subject, "block"), body);
    }

    private Response delete(String subject, String what) {
        return asAdmin().delete(path(subject, what));
    }

    private String path(String subject, String what) {
        return "/v1/galleries/%s/subjects/%s/access/%s".formatted(gallery, subject, what);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
