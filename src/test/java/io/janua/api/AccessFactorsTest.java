package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.numbered;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.Api;
import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Door;
import io.janua.support.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What else than a face a door may ask for: a card, a PIN, company, and to have left before coming again. */
@QuarkusTest
class AccessFactorsTest {

    private static final byte[] ALICES = synthetic(ALICE + "/3.jpg");
    private static final byte[] BOBS = synthetic(BOB + "/3.jpg");

    @Inject
    MovableClock clock;

    private String gallery;
    private int pictures;

    @BeforeEach
    void twoPeople() {
        gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        enrolled(gallery, "bob", synthetic(BOB + "/1.jpg"));
    }

    @AfterEach
    void putTheClockRight() {
        clock.putRight();
    }

    @Test
    void aCardSaysWhoseFaceItHasToBe() {
        Door door = door(Map.of("factors", "faceAndCard", "wiegand", "w26"));
        card("alice", "12-34567");

        ask(door, ALICES, asAdmin()).body("reason", equalTo("card_missing"));
        ask(door, ALICES, card("99-1")).body("reason", equalTo("card_unknown"));
        ask(door, BOBS, card("12-34567"))
                .body("reason", equalTo("claim_mismatch"))
                .body("subject", equalTo("alice"))
                .body("$", not(hasKey("wiegand")));
        String request = "r-" + UUID.randomUUID();
        ask(door, ALICES, card("12-034567").header("X-Request-Id", request))
                .body("outcome", equalTo("granted"))
                .body("gallerySize", equalTo(1))
                .body("wiegand.format", equalTo("w26"))
                .body("wiegand.facility", equalTo(12))
                .body("wiegand.number", equalTo(34567))
                .body("wiegand.bits.length()", equalTo(26));

        // A card's number must not stay in the log for ever, nor in the decision.
        assertThat(AuditTrail.of(Api.FIRST_KEY, request))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.toString()).doesNotContain("34567").doesNotContain("wiegand"));
        assertThat(Database.query("SELECT count(*) FROM access_decision WHERE content::text LIKE '%34567%'"))
                .isZero();
    }

    @Test
    void aPinIsTheFacesOwn() {
        Door door = door(Map.of("factors", "faceAndPin"));
        pin("alice", "4711", "4712");

        ask(door, ALICES, asAdmin()).body("reason", equalTo("pin_missing"));
        ask(door, ALICES, pin("4713")).body("reason", equalTo("pin_wrong")).body("onvifReason", equalTo("InvalidPIN"));
        ask(door, BOBS, pin("4711")).body("reason", equalTo("pin_wrong"));
        ask(door, ALICES, pin("4711")).body("outcome", equalTo("granted")).body("duress", equalTo(false));
    }

    @Test
    void whoIsThreatenedPassesAndOnlyGuardsSeeIt() {
        Door door = door(Map.of("factors", "faceAndPin"));
        pin("alice", "4711", "4712");
        String key = Api.newKey(List.of("access.decide"), null);

        String id = door.decide(Api.as(key).header("X-Pin", "4712"), ALICES)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("$", not(hasKey("duress")))
                .extract()
                .path("id");
        asAdmin().get("/v1/access/decisions/{id}", id).then().body("duress", equalTo(true));
    }

    @Test
    void wrongPinsLockForAWhile() {
        Door door = door(Map.of("factors", "faceAndPin"));
        Door other = door(Map.of("factors", "faceAndPin"));
        pin("alice", "4711", null);
        for (int i = 0; i < 4; i++) {
            ask(i % 2 == 0 ? door : other, ALICES, pin("000" + i))
                    .body("reason", equalTo("pin_wrong"))
                    .body("$", not(hasKey("blockedUntil")));
        }
        ask(door, ALICES, pin("0009")).body("reason", equalTo("pin_wrong")).body("blockedUntil", notNullValue());

        ask(other, ALICES, pin("4711"))
                .body("outcome", equalTo("blocked"))
                .body("reason", equalTo("pin_locked"))
                .body("blockedUntil", notNullValue());
        clock.move(Duration.ofSeconds(61));
        ask(other, ALICES, pin("4711")).body("outcome", equalTo("granted"));
        // From the beginning again.
        ask(door, ALICES, pin("0000")).body("reason", equalTo("pin_wrong")).body("$", not(hasKey("blockedUntil")));
    }

    @Test
    void aRightPinEndsTheRow() {
        Door door = door(Map.of());
        pin("alice", "4711", null);
        for (int i = 0; i < 8; i++) {
            ask(door, ALICES, pin(i == 4 ? "4711" : "0000")).body("reason", equalTo(i == 4 ? "rule" : "pin_wrong"));
        }
        ask(door, ALICES, pin("4711")).body("outcome", equalTo("granted"));
    }

    @Test
    void withinTheDebounceTimeEachWrongPinStillCounts() {
        Door door = door(Map.of("debounceSeconds", 60));
        pin("alice", "4711", null);
        for (int i = 0; i < 5; i++) {
            ask(door, ALICES, pin("000" + i)).body("reason", equalTo("pin_wrong"));
        }
        ask(door, ALICES, pin("4711")).body("reason", equalTo("pin_locked"));
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutForLonger() {
        Door door = door(Map.of());
        pin("alice", "4711", null);
        for (int i = 0; i < 5; i++) {
            ask(door, ALICES, pin("000" + i));
        }
        clock.move(Duration.ofDays(-1));

        ask(door, ALICES, pin("4711")).body("outcome", equalTo("granted"));
    }

    @Test
    void twoHaveToComeAndTheyAreNotTheSame() {
        Door door = door(Map.of("twoPersons", true, "twoPersonSeconds", 30));

        ask(door, ALICES).body("outcome", equalTo("denied")).body("reason", equalTo("second_person_awaited"));
        board(door)
                .body(
                        "points.find{it.point.name=='%s'}.waitingForSecond.subject".formatted(door.name()),
                        equalTo("alice"));
        ask(door, ALICES).body("reason", equalTo("second_person_awaited"));
        ask(door, BOBS).body("outcome", equalTo("granted")).body("subject", equalTo("bob"));
        board(door).body("points.find{it.point.name=='%s'}.waitingForSecond".formatted(door.name()), nullValue());
        // Those two have passed: the next one waits again.
        ask(door, BOBS).body("reason", equalTo("second_person_awaited"));
        clock.move(Duration.ofSeconds(31));
        ask(door, ALICES).body("reason", equalTo("second_person_awaited"));
    }

    @Test
    void ofTwoWhoComeAtOnceOneWaitsAndOneBringsBothIn() throws Exception {
        for (int round = 0; round < 5; round++) {
            Door door = door(Map.of("twoPersons", true));
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = callers.invokeAll(
                        List.<Callable<Response>>of(() -> door.decide(ALICES), () -> door.decide(BOBS)));

                assertThat(List.of(
                                answers.getFirst().get().<String>path("reason"),
                                answers.getLast().get().<String>path("reason")))
                        .containsExactlyInAnyOrder("second_person_awaited", "rule");
            }
        }
    }

    @Test
    void bothOfTwoAreInsideAfterwards() {
        Door door = Door.in(
                        gallery,
                        Map.of("zoneTo", "vault", "settings", Map.of("debounceSeconds", 0, "twoPersons", true)))
                .permit(Map.of("everyone", true));
        ask(door, ALICES);
        String id =
                ask(door, BOBS).body("outcome", equalTo("granted")).extract().path("id");

        presence("vault").body("items.subject", containsInAnyOrder("alice", "bob"));
        door.follow(id, false).then().statusCode(200);
        presence("vault").body("items", empty());
    }

    @Test
    void aVisitorNeedsAHost() {
        Door door = Door.in(gallery, Map.of("settings", Map.of("debounceSeconds", 0)));
        String hosts = group("alice");
        String visitors = group("bob");
        door.permit(Map.of("groups", List.of(hosts)));
        door.permit(Map.of(
                "groups", List.of(visitors), "demands", Map.of("escort", Map.of("group", hosts, "seconds", 30))));

        ask(door, BOBS).body("reason", equalTo("escort_missing"));
        ask(door, ALICES).body("outcome", equalTo("granted"));
        ask(door, BOBS).body("outcome", equalTo("granted"));
        clock.move(Duration.ofSeconds(31));
        ask(door, BOBS).body("reason", equalTo("escort_missing"));
    }

    @Test
    void whoHasNotLeftDoesNotComeInAgain() {
        Door in = Door.in(
                        gallery,
                        Map.of("zoneTo", "hall", "settings", Map.of("debounceSeconds", 0, "antiPassback", "hard")))
                .permit(Map.of("everyone", true));
        Door out = Door.in(
                        gallery,
                        Map.of("zoneFrom", "hall", "settings", Map.of("debounceSeconds", 0, "antiPassback", "soft")))
                .permit(Map.of("everyone", true));

        ask(in, ALICES).body("outcome", equalTo("granted")).body("zoneAfter", equalTo("hall"));
        ask(in, ALICES).body("outcome", equalTo("denied")).body("reason", equalTo("antipassback"));
        ask(out, ALICES).body("outcome", equalTo("granted")).body("zoneBefore", equalTo("hall"));
        ask(out, ALICES).body("outcome", equalTo("granted")).body("antiPassbackViolated", equalTo(true));
        String id =
                ask(in, ALICES).body("outcome", equalTo("granted")).extract().path("id");
        in.follow(id, false).then().statusCode(200).body("taken", equalTo(false));
        ask(in, ALICES).body("outcome", equalTo("granted"));
    }

    @Test
    void guardsForgetWhereSomebodyIs() {
        Door in = Door.in(
                        gallery,
                        Map.of("zoneTo", "hall", "settings", Map.of("debounceSeconds", 0, "antiPassback", "hard")))
                .permit(Map.of("everyone", true));
        ask(in, ALICES).body("outcome", equalTo("granted"));
        ask(in, BOBS).body("outcome", equalTo("granted"));

        asAdmin()
                .delete("/v1/galleries/{g}/subjects/alice/access/presence", gallery)
                .then()
                .statusCode(204);
        ask(in, ALICES).body("outcome", equalTo("granted"));
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("gallery", gallery, "zone", "cellar"))
                .post("/v1/access/presence/resets")
                .then()
                .statusCode(200)
                .body("reset", equalTo(0));
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("gallery", gallery, "zone", "hall"))
                .post("/v1/access/presence/resets")
                .then()
                .statusCode(200)
                .body("reset", equalTo(2));
        presence("hall").body("items", empty());
        ask(in, BOBS).body("outcome", equalTo("granted"));
    }

    @Test
    void whereSomebodyIsIsForgottenInTime() {
        Door in = Door.in(
                        gallery,
                        Map.of(
                                "zoneTo",
                                "hall",
                                "settings",
                                Map.of("debounceSeconds", 0, "antiPassback", "hard", "antiPassbackMinutes", 10)))
                .permit(Map.of("everyone", true));
        Door canteen = door(Map.of("antiPassback", "hard", "antiPassbackMinutes", 60));
        ask(in, ALICES).body("outcome", equalTo("granted"));
        ask(canteen, ALICES).body("outcome", equalTo("granted"));

        ask(in, ALICES).body("reason", equalTo("antipassback"));
        ask(canteen, ALICES).body("reason", equalTo("antipassback"));
        clock.move(Duration.ofMinutes(11));
        ask(in, ALICES).body("outcome", equalTo("granted"));
        ask(canteen, ALICES).body("reason", equalTo("antipassback"));
        clock.move(Duration.ofMinutes(50));
        ask(canteen, ALICES).body("outcome", equalTo("granted"));
    }

    @Test
    void anErasedPersonsDecisionsAreNobodysAndTheirPlaceIsGone() {
        Door in = Door.in(gallery, Map.of("zoneTo", "hall", "settings", Map.of("debounceSeconds", 0)))
                .permit(Map.of("everyone", true));
        pin("alice", "4711", null);
        ask(in, ALICES, pin("0000"));
        String id =
                ask(in, ALICES).body("outcome", equalTo("granted")).extract().path("id");

        asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(200);

        asAdmin()
                .get("/v1/access/decisions/{id}", id)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("granted"))
                .body("$", not(hasKey("subject")))
                .body("$", not(hasKey("name")));
        presence("hall").body("items", empty());
        assertThat(Database.query(
                        "SELECT count(*) FROM access_pin_attempt a JOIN gallery g ON g.id = a.gallery_id"
                                + " WHERE g.name = ?",
                        gallery))
                .isZero();
    }

    private Door door(Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of("debounceSeconds", 0));
        all.putAll(settings);
        return Door.in(gallery, Map.of("settings", all)).permit(Map.of("everyone", true));
    }

    private String group(String subject) {
        String name = "group-" + UUID.randomUUID();
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "gallery", gallery))
                .post("/v1/access/groups")
                .then()
                .statusCode(201);
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/access/groups/{g}/members/{s}", name, subject)
                .then()
                .statusCode(lessThan(300));
        return name;
    }

    private ValidatableResponse ask(Door door, byte[] picture) {
        return ask(door, picture, asAdmin());
    }

    /** In a new picture each time. */
    private ValidatableResponse ask(Door door, byte[] picture, RequestSpecification with) {
        return door.decide(with, numbered(picture, pictures++)).then().statusCode(200);
    }

    private ValidatableResponse board(Door door) {
        return asAdmin()
                .queryParam("gallery", door.gallery())
                .get("/v1/access/board")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse presence(String zone) {
        return asAdmin()
                .queryParams(Map.of("gallery", gallery, "zone", zone))
                .get("/v1/access/presence")
                .then()
                .statusCode(200);
    }

    private void card(String subject, String number) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("number", number))
                .put("/v1/galleries/{g}/subjects/{s}/access/card", gallery, subject)
                .then()
                .statusCode(lessThan(300));
    }

    private void pin(String subject, String pin, String duress) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(duress == null ? Map.of("pin", pin) : Map.of("pin", pin, "duressPin", duress))
                .put("/v1/galleries/{g}/subjects/{s}/access/pin", gallery, subject)
                .then()
                .statusCode(lessThan(300));
    }

    private static RequestSpecification card(String number) {
        return asAdmin().header("X-Card", number);
    }

    private static RequestSpecification pin(String pin) {
        return asAdmin().header("X-Pin", pin);
    }
}
