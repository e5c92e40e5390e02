package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.numbered;
import static io.janua.support.TestPictures.sideBySide;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.AccessApi;
import io.janua.support.Api;
import io.janua.support.AuditTrail;
import io.janua.support.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** May this face pass here now? */
@QuarkusTest
class AccessDecisionTest {

    private static final byte[] ALICES = synthetic(ALICE + "/3.jpg");
    private static final byte[] BOBS = synthetic(BOB + "/3.jpg");

    private Door door;

    @BeforeEach
    void aDoorThatAliceMayPass() {
        door = Door.open(Map.of("debounceSeconds", 0));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
    }

    @Test
    void whoMayPassPassesAndItIsToldAndRecorded() {
        String request = "r-" + UUID.randomUUID();

        String id = door.decide(asAdmin().header("X-Request-Id", request), ALICES)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("reason", equalTo("rule"))
                .body("$", not(hasKey("onvifReason")))
                .body("subject", equalTo("alice"))
                .body("name", equalTo("Name of alice"))
                .body("point", equalTo(door.name()))
                .body("gallery", equalTo(door.gallery()))
                .body("repeated", equalTo(false))
                .body("recorded", equalTo(true))
                .body("external", equalTo(true))
                .body("openSeconds", equalTo(3))
                .body("expiresAt", notNullValue())
                .body("score", greaterThan(0.5f))
                .body("gallerySize", equalTo(1))
                .body("rule", notNullValue())
                .body("quality.score", greaterThan(0))
                .body("correlation", equalTo(request))
                .extract()
                .path("id");

        assertThat(AuditTrail.of(Api.FIRST_KEY, request)).singleElement().satisfies(entry -> {
            assertThat(entry).containsEntry("action", "access.decide").containsEntry("outcome", "granted");
            assertThat((Map<String, Object>) entry.get("facts"))
                    .containsEntry("decision", id)
                    .containsEntry("point", door.name())
                    .containsEntry("reason", "rule");
        });
        asAdmin()
                .get("/v1/access/decisions/{id}", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("subject", equalTo("alice"));
        asAdmin()
                .queryParams(Map.of("point", door.name(), "outcome", "granted", "subject", "alice", "reason", "rule"))
                .get("/v1/access/decisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void whateverThePictureIsThereIsADecision() {
        reason(BOBS, "denied", "not_identified").body("onvifReason", equalTo("pt:InvalidIdentifierValue"));
        reason(flat(400, 400, ".jpg"), "denied", "no_face").body("$", not(hasKey("quality")));
        reason(sideBySide(ALICES, BOBS), "denied", "many_faces");
        assertThat(door.decisions()).isEqualTo(3);
    }

    @Test
    void brokenOrAbsentPicturesAreRefusedAndLeaveNothing() {
        door.decide("no picture".getBytes()).then().statusCode(415).body("code", equalTo("image_type_unsupported"));
        door.decide(Arrays.copyOf(ALICES, ALICES.length / 2))
                .then()
                .statusCode(400)
                .body("code", equalTo("image_truncated"));
        door.decide(new byte[0]).then().statusCode(400).body("code", equalTo("image_missing"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/access/points/{p}/decisions", door.name())
                .then()
                .statusCode(400)
                .body("code", equalTo("image_missing"));
        door.decide(new byte[20_000_001]).then().statusCode(413).body("code", equalTo("image_too_large"));
        assertThat(door.decisions()).isZero();
    }

    @Test
    void anUnknownPointIsNotFoundAndADisabledOneDenies() {
        new Door("no-such-door", door.gallery())
                .decide(ALICES)
                .then()
                .statusCode(404)
                .body("code", equalTo("access_point_not_found"));
        asAdmin()
                .contentType("application/merge-patch+json")
                .body("{\"enabled\": false}")
                .patch("/v1/access/points/{p}", door.name())
                .then()
                .statusCode(200);

        reason(ALICES, "denied", "point_disabled").body("$", not(hasKey("model")));
    }

    @Test
    void aDeviceDoesNotLearnWhomItDenied() {
        Door shut = Door.in(door.gallery(), Map.of());

        shut.decideAsDevice(ALICES)
                .then()
                .statusCode(200)
                .body("reason", equalTo("no_rule"))
                .body("onvifReason", equalTo("Unauthorized"))
                .body("$", not(hasKey("subject")))
                .body("$", not(hasKey("name")))
                .body("$", not(hasKey("duress")));
        shut.decided(numbered(ALICES, 1)).body("subject", equalTo("alice"));
        door.decideAsDevice(ALICES).then().body("subject", equalTo("alice"));
    }

    @Test
    void suspendedAndExpiredPeopleAreNoStrangers() {
        change("alice", "{\"status\": \"suspended\"}");
        reason(ALICES, "denied", "not_enabled")
                .body("onvifReason", equalTo("CredentialNotEnabled"))
                .body("subject", equalTo("alice"));
        change("alice", "{\"status\": \"active\", \"validUntil\": \"2020-01-01T00:00:00Z\"}");
        reason(ALICES, "denied", "expired").body("onvifReason", equalTo("CredentialExpired"));
        change("alice", "{\"validUntil\": null, \"validFrom\": \"2090-01-01T00:00:00Z\"}");
        reason(ALICES, "denied", "not_yet_valid").body("onvifReason", equalTo("CredentialNotActive"));
    }

    @Test
    void whoIsSuspendedDoesNotPassAsTheirTwin() {
        door = Door.in(newGallery(Map.of("duplicates", "off")), Map.of("settings", Map.of("debounceSeconds", 0)))
                .permit(Map.of("everyone", true));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
        enrolled(door.gallery(), "alicia", synthetic(ALICE + "/1.jpg"));
        card("alice", "12-1");
        card("alicia", "12-2");
        change("alice", "{\"status\": \"suspended\"}");

        reason(ALICES, "denied", "ambiguous")
                .body("onvifReason", equalTo("pt:InvalidIdentifierValue"))
                .body("gallerySize", equalTo(2))
                .body("$", not(hasKey("subject")));
        // Elsewhere nobody is let in by the answer: there, whoever does not take part is not looked for.
        identify(door.gallery(), ALICES)
                .then()
                .body("outcome", equalTo("identified"))
                .body("subject", equalTo("alicia"));
        door.decide(asAdmin().header("X-Card", "12-1"), ALICES).then().body("reason", equalTo("not_enabled"));
        door.decide(asAdmin().header("X-Card", "12-2"), ALICES)
                .then()
                .body("outcome", equalTo("granted"))
                .body("subject", equalTo("alicia"));
    }

    @Test
    void aBlockedPersonIsBlocked() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "A test"))
                .put("/v1/galleries/{g}/subjects/alice/access/block", door.gallery())
                .then()
                .statusCode(200);

        reason(ALICES, "blocked", "block_list").body("onvifReason", equalTo("Unauthorized"));
    }

    @Test
    void aLockdownClosesAndAReleaseOpensForEverybody() {
        door.mode("lockdown");
        reason(ALICES, "blocked", "lockdown");
        door.mode("released");
        reason(BOBS, "granted", "released").body("$", not(hasKey("subject"))).body("$", not(hasKey("model")));
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/access/points/{p}/decisions", door.name())
                .then()
                .statusCode(200)
                .body("reason", equalTo("released"));
    }

    @Test
    void aGuardOpensByHandEvenInALockdown() {
        door.mode("lockdown");

        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "Fire brigade"))
                .post("/v1/access/points/{p}/overrides", door.name())
                .then()
                .statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("reason", equalTo("override"))
                .body("by", notNullValue())
                .body("remark", equalTo("Fire brigade"))
                .body("expiresAt", notNullValue());
    }

    @Test
    void severalPicturesMustShowOnePerson() {
        frames(ALICES, synthetic(ALICE + "/1.jpg")).then().body("outcome", equalTo("granted"));
        frames(ALICES, BOBS).then().statusCode(200).body("reason", equalTo("frames_disagree"));
        frames(flat(400, 400, ".jpg"), ALICES).then().body("outcome", equalTo("granted"));
        frames(flat(400, 400, ".jpg"), flat(500, 400, ".jpg")).then().body("reason", equalTo("no_face"));
        frames(ALICES, "broken".getBytes()).then().statusCode(415);
    }

    @Test
    void threeFormsOfOneRequestGiveTheSameReason() {
        asAdmin()
                .multiPart("image", "a.jpg", ALICES, "image/jpeg")
                .multiPart("card", "12-34567")
                .multiPart("capturedAt", "2026-01-31T12:00:00+01:00")
                .post("/v1/access/points/{p}/decisions", door.name())
                .then()
                .statusCode(200)
                .body("reason", equalTo("card_unknown"))
                .body("capturedAt", equalTo("2026-01-31T11:00:00Z"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("image", Base64.getEncoder().encodeToString(ALICES), "card", "12-34567"))
                .post("/v1/access/points/{p}/decisions", door.name())
                .then()
                .statusCode(200)
                .body("reason", equalTo("card_unknown"));
        door.decide(asAdmin().header("X-Card", "12-34567"), ALICES)
                .then()
                .statusCode(200)
                .body("reason", equalTo("card_unknown"));
    }

    @Test
    void whatIsNoCardNumberOrNoTimeIsRefused() {
        door.decide(asAdmin().header("X-Card", "12-34-56"), ALICES)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo("card"));
        door.decide(asAdmin().header("X-Captured-At", "yesterday"), ALICES)
                .then()
                .statusCode(400)
                .body("field", equalTo("capturedAt"));
        asAdmin()
                .multiPart("image", "a.jpg", ALICES, "image/jpeg")
                .multiPart("pin", "1".repeat(65))
                .post("/v1/access/points/{p}/decisions", door.name())
                .then()
                .statusCode(400)
                .body("field", equalTo("pin"));
        asAdmin()
                .multiPart("image", "a.jpg", ALICES, "image/jpeg")
                .multiPart("image6", "b.jpg", ALICES, "image/jpeg")
                .post("/v1/access/points/{p}/decisions", door.name())
                .then()
                .statusCode(400)
                .body("code", equalTo("field_unknown"));
    }

    @Test
    void passagesAreReportedOnce() {
        String id = door.decided(ALICES).extract().path("id");

        door.follow(id, true)
                .then()
                .statusCode(200)
                .body("taken", equalTo(true))
                .body("takenAt", notNullValue());
        door.follow(id, true).then().statusCode(200);
        door.follow(id, false).then().statusCode(409).body("code", equalTo("access_outcome_known"));
        String denied = door.decided(BOBS).extract().path("id");
        door.follow(denied, true).then().statusCode(409).body("code", equalTo("access_not_granted"));
        door.follow(UUID.randomUUID().toString(), true)
                .then()
                .statusCode(404)
                .body("code", equalTo("access_decision_not_found"));
        Door other = Door.in(newGallery(), Map.of());
        other.follow(id, true).then().statusCode(404);
    }

    @Test
    void listsGoOnWhereThePageEnded() {
        door.decided(ALICES);
        door.decided(BOBS);
        door.decided(ALICES);
        var first = asAdmin()
                .queryParams(Map.of("gallery", door.gallery(), "limit", 2))
                .get("/v1/access/decisions")
                .then()
                .statusCode(200)
                .body("items.reason", equalTo(List.of("rule", "not_identified")))
                .extract();
        asAdmin()
                .queryParams(Map.of("gallery", door.gallery(), "limit", 2, "cursor", first.path("nextCursor")))
                .get("/v1/access/decisions")
                .then()
                .body("items.reason", equalTo(List.of("rule")))
                .body("nextCursor", nullValue());
        asAdmin()
                .queryParams(Map.of("gallery", door.gallery(), "from", "2090-01-01T00:00:00Z"))
                .get("/v1/access/decisions")
                .then()
                .body("items", hasSize(0));
        asAdmin()
                .queryParam("outcome", "perhaps")
                .get("/v1/access/decisions")
                .then()
                .statusCode(400);
    }

    @Test
    void theBoardShowsWhatGoesOn() {
        door.decided(BOBS);
        door.decided(ALICES);

        asAdmin()
                .queryParam("gallery", door.gallery())
                .get("/v1/access/board")
                .then()
                .statusCode(200)
                .body("points", hasSize(1))
                .body("points[0].point.name", equalTo(door.name()))
                .body("points[0].last.outcome", equalTo("granted"))
                .body("points[0].grantedLastHour", equalTo(1))
                .body("points[0].deniedLastHour", equalTo(1))
                .body("denials", hasSize(1))
                .body("denials[0].reason", equalTo("not_identified"));
    }

    @Test
    void aCallerOfAnotherGallerySeesNothing() {
        String id = door.decided(ALICES).extract().path("id");
        String key = Api.newKey(List.of("access.decide", "access.read"), List.of(newGallery()));

        door.decide(Api.as(key), ALICES).then().statusCode(404).body("code", equalTo("access_point_not_found"));
        Api.as(key).get("/v1/access/decisions/{id}", id).then().statusCode(404);
        Api.as(key).get("/v1/access/decisions").then().statusCode(200).body("items", hasSize(0));
        Api.as(key).get("/v1/access/board").then().statusCode(200).body("points", hasSize(0));
    }

    private ValidatableResponse reason(byte[] picture, String outcome, String reason) {
        return door.decided(picture).body("outcome", equalTo(outcome)).body("reason", equalTo(reason));
    }

    private Response frames(byte[] one, byte[] two) {
        return asAdmin()
                .multiPart("image", "a.jpg", one, "image/jpeg")
                .multiPart("image2", "b.jpg", two, "image/jpeg")
                .post("/v1/access/points/{p}/decisions", door.name());
    }

    private void card(String subject, String number) {
        String path = "/v1/galleries/%s/subjects/%s/access/card".formatted(door.gallery(), subject);
        AccessApi.put(Api.FIRST_KEY, path, Map.of("number", number)).then().statusCode(200);
    }

    private void change(String subject, String patch) {
        asAdmin()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/v1/galleries/{g}/subjects/{s}", door.gallery(), subject)
                .then()
                .statusCode(200);
    }
}
