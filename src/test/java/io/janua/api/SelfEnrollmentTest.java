package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static io.janua.support.TestPictures.turned;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.Api;
import io.janua.support.Applicant;
import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.RefusalsSeen;
import io.janua.support.TestDatabase;
import io.janua.support.TestKey;
import io.janua.support.TestModels;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invited person agrees and enrols, and can do nothing else. */
@QuarkusTest
class SelfEnrollmentTest {

    private static final String TEXT = "I agree that my face opens the door.";
    private static final byte[] FRONT = turned(ALICE + "/front.jpg");

    /** Of which nobody else is refused. */
    private static final String OWN_ADDRESS = "127.0.0.7";

    @Inject
    RefusalsSeen seen;

    private String gallery;

    @BeforeEach
    void aGalleryWithAText() {
        gallery = newGallery(Map.of(
                "consent", "required",
                "consentText", TEXT,
                "consentTextVersion", "7",
                "challenge", "selfService",
                "purpose", "Doors",
                "duplicates", "refuse"));
        putSubject(gallery, "p-1", "Alice A.").then().statusCode(201);
    }

    @Test
    void fromTheInvitationToTheDoor() {
        Applicant alice = Applicant.invited(gallery, "p-1");
        alice.look()
                .then()
                .statusCode(200)
                .body("subjectName", equalTo("Alice A."))
                .body("purpose", equalTo("Doors"))
                .body("consentRequired", equalTo(true))
                .body("consentText", equalTo(TEXT))
                .body("consentTextVersion", equalTo("7"))
                .body("consentGiven", equalTo(false))
                .body("challenge", equalTo(true))
                .body("evaluationOnly", equalTo(!TestModels.running().commercialUse()))
                .body("expiresAt", notNullValue());
        assertThat(alice.look().asString()).doesNotContain("p-1", gallery);

        alice.agree("7").then().statusCode(204);
        alice.look().then().body("consentGiven", equalTo(true));
        alice.request()
                .contentType("image/jpeg")
                .body(FRONT)
                .post("/v1/self-enrollment/detect")
                .then()
                .statusCode(200)
                .body("faces", hasSize(1));
        alice.enrollTurning(ALICE)
                .then()
                .statusCode(201)
                .body("enrolledAt", notNullValue())
                .body("size()", equalTo(1));

        identify(gallery, synthetic(ALICE + "/1.jpg")).then().body("subject", equalTo("p-1"));
        refused(alice.look(), 410, "invitation_used");
        refused(alice.enroll(FRONT), 410, "invitation_used");
        asAdmin()
                .get("/v1/galleries/{g}/subjects/p-1/consents", gallery)
                .then()
                .body("items", hasSize(1))
                .body("items[0].channel", equalTo("web"))
                .body("items[0].textVersion", equalTo("7"))
                .body("items[0].recordedBy", equalTo("invitation:" + alice.id()));
        asAdmin()
                .queryParam("gallery", gallery)
                .queryParam("subject", "p-1")
                .get("/v1/audit/entries")
                .then()
                .body(
                        "items.findAll { it.entry.actor == 'invitation:%s' }.collect { it.entry.action }.sort()"
                                .formatted(alice.id()),
                        equalTo(List.of("consent.give", "face.enroll")));
        invitations()
                .body("items[0].state", equalTo("used"))
                .body("items[0].usedAt", notNullValue())
                .body("items[0].secret", nullValue());
    }

    @Test
    void withoutConsentNoFaceIsKept() {
        Applicant alice = Applicant.invited(gallery, "p-1");

        refused(alice.enrollTurning(ALICE), 409, "consent_missing").body("detail", doesNotName());
        assertThat(faces()).isZero();
    }

    @Test
    void onlyTheTextThatIsShownNowCanBeAgreedTo() {
        Applicant alice = Applicant.invited(gallery, "p-1");
        asAdmin()
                .contentType("application/merge-patch+json")
                .body(Map.of("policy", Map.of("consentText", TEXT + " And the gate.", "consentTextVersion", "8")))
                .patch("/v1/galleries/{g}", gallery)
                .then()
                .statusCode(200);

        refused(alice.agree("7"), 409, "consent_text_stale").body("textVersion", equalTo("8"));
        alice.look().then().body("consentGiven", equalTo(false));
        alice.agree("8").then().statusCode(204);
    }

    @Test
    void whereNoTextIsShownNoneCanBeAgreedTo() {
        String silent = newGallery();
        putSubject(silent, "p-1", "Alice").then().statusCode(201);

        refused(Applicant.invited(silent, "p-1").agree("1"), 409, "consent_text_stale");
    }

    @Test
    void nobodyIsInvitedWhereNobodyCouldAgree() {
        String silent = newGallery(Map.of("consent", "required"));
        putSubject(silent, "p-1", "Alice").then().statusCode(201);

        refused(
                        asAdmin()
                                .contentType(ContentType.JSON)
                                .post("/v1/galleries/{g}/subjects/p-1/invitations", silent),
                        409,
                        "consent_text_missing")
                .body("remedy", containsString("policy.consentText"));

        Api.giveConsent(silent, "p-1").then().statusCode(201);
        Applicant.invited(silent, "p-1").look().then().statusCode(200);
    }

    @Test
    void agreeingTwiceIsAgreeingOnce() {
        Applicant alice = agreed();
        alice.agree("7").then().statusCode(204);
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> alice.agree("7")))
                .limit(4)
                .toList()
                .forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(204));
        consents().body("items", hasSize(1));

        asAdmin()
                .contentType(ContentType.JSON)
                .post("/v1/galleries/{g}/subjects/p-1/consents/withdrawals", gallery)
                .then()
                .statusCode(200);
        alice.agree("7").then().statusCode(204);
        consents().body("items", hasSize(2));
    }

    @Test
    void aPreviewIsSmall() {
        Applicant alice = Applicant.invited(gallery, "p-1");

        for (int bytes : List.of(5_000_001, 8_000_000)) {
            refused(
                    alice.request()
                            .contentType("image/jpeg")
                            .body(Arrays.copyOf(FRONT, bytes))
                            .post("/v1/self-enrollment/detect"),
                    413,
                    "image_too_large");
        }
    }

    @Test
    void aRevokedKeyTakesItsOpenInvitationsAlong() {
        var key = TestKey.permitting("enroll", "consents.write", "subjects.read");
        putSubject(gallery, "p-2", "Bob").then().statusCode(201);
        Applicant alice = Applicant.invited(key.secret(), gallery, "p-1");
        Applicant bob = Applicant.invited(gallery, "p-2");

        asAdmin().delete("/v1/api-keys/{id}", key.id()).then().statusCode(200);

        refused(alice.look(), 410, "invitation_revoked");
        bob.look().then().statusCode(200);
        asAdmin()
                .queryParams("gallery", gallery, "subject", "p-1", "action", "invitation.revoke")
                .get("/v1/audit/entries")
                .then()
                .body("items", hasSize(1))
                .body("items[0].entry.facts.invitation", equalTo(alice.id()));
    }

    @Test
    void theInvitationsOfAGalleryAreListedByTheirState() {
        putSubject(gallery, "p-2", "Bob").then().statusCode(201);
        Applicant before = Applicant.invited(gallery, "p-1");
        Applicant after = Applicant.invited(gallery, "p-1");
        Applicant bob = Applicant.invited(gallery, "p-2");
        Applicant late = Applicant.invited(gallery, "p-2");
        Database.execute("UPDATE invitation SET expires_at = now() WHERE id = ?", UUID.fromString(late.id()));

        ofGallery(Map.of()).body("items.id", equalTo(List.of(before.id(), after.id(), bob.id(), late.id())));
        ofGallery(Map.of("state", "open"))
                .body("items.id", equalTo(List.of(after.id())))
                .body("items[0].subject", equalTo("p-1"))
                .body("items[0].state", equalTo("open"))
                .body("items[0].secret", nullValue());
        ofGallery(Map.of("state", "revoked")).body("items.id", equalTo(List.of(before.id(), bob.id())));
        ofGallery(Map.of("state", "expired")).body("items.id", equalTo(List.of(late.id())));
        ofGallery(Map.of("state", "used")).body("items", hasSize(0));

        String cursor = ofGallery(Map.of("limit", 3)).extract().path("nextCursor");
        ofGallery(Map.of("limit", 3, "cursor", cursor)).body("items.id", equalTo(List.of(late.id())));
    }

    @Test
    void whoIsSlowerIsToldOfOnce() throws Exception {
        String open = newGallery();
        putSubject(open, "p-1", "Alice").then().statusCode(201);
        Applicant alice = Applicant.invited(open, "p-1");

        try (var client = HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(OWN_ADDRESS))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var faster = TestDatabase.connect()) {
            faster.setAutoCommit(false);
            try (var use = faster.prepareStatement("UPDATE invitation SET used_at = now() WHERE id = ?")) {
                use.setObject(1, UUID.fromString(alice.id()));
                use.executeUpdate();
            }
            var answer = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:%d/v1/self-enrollment/faces".formatted(RestAssured.port)))
                            .header("X-Invitation", alice.secret())
                            .header("Content-Type", "image/jpeg")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(FRONT))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            await().until(Database::somebodyWaits);
            faster.commit();

            assertThat(answer.join().statusCode()).isEqualTo(410);
        }

        assertThat(seen.ofAddress(OWN_ADDRESS)).isEmpty();
        asAdmin()
                .queryParams("gallery", open, "action", "face.enroll")
                .get("/v1/audit/entries")
                .then()
                .body("items", hasSize(1))
                .body("items[0].entry.outcome", equalTo("invitation_used"));
    }

    @Test
    void aPictureAloneIsNotEnough() {
        Applicant alice = agreed();

        refused(alice.enroll(FRONT), 422, "challenge_missing");
        alice.look().then().statusCode(200);
    }

    @Test
    void theChallengeOfAnotherInvitationIsNotGood() {
        Applicant alice = agreed();
        Response foreign = asAdmin().post("/v1/galleries/{g}/challenges", gallery);

        refused(
                Applicant.frames(alice.request(), ALICE, foreign.path("turns"))
                        .queryParam("challenge", foreign.<String>path("id"))
                        .post("/v1/self-enrollment/faces"),
                409,
                "challenge_unknown");
    }

    @Test
    void aDuplicateIsRefusedWithoutSayingWhoItIs() {
        Applicant alice = agreed();
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Bob the other"))
                .put("/v1/galleries/{g}/subjects/p-2", gallery)
                .then()
                .statusCode(201);
        Api.giveConsent(gallery, "p-2").then().statusCode(201);
        Api.enroll(gallery, "p-2", synthetic(ALICE + "/1.jpg")).then().statusCode(201);

        Response refused = alice.enrollTurning(ALICE);
        refused(refused, 409, "duplicate_face")
                .body("duplicates", nullValue())
                .body("remedy", containsString("organisation"));
        assertThat(refused.asString()).doesNotContain("p-2", "Bob", gallery);
        alice.look().then().statusCode(200);
    }

    @Test
    void ofTwoEnrolmentsByOneInvitationOneIsTaken() {
        String open = newGallery();
        putSubject(open, "p-1", "Alice").then().statusCode(201);
        Applicant alice = Applicant.invited(open, "p-1");

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> alice.enroll(FRONT)))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().statusCode()))
                .containsExactlyInAnyOrder(201, 410, 410, 410);
        assertThat(Database.query(
                        "SELECT count(*) FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", open))
                .isOne();
    }

    @Test
    void aRevokedInvitationEndsWithTheNextRequest() {
        Applicant alice = Applicant.invited(gallery, "p-1");
        for (int i = 0; i < 2; i++) {
            asAdmin()
                    .delete("/v1/galleries/{g}/subjects/p-1/invitations/{id}", gallery, alice.id())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("revoked"));
        }

        refused(alice.look(), 410, "invitation_revoked");
        asAdmin()
                .delete("/v1/galleries/{g}/subjects/p-1/invitations/{id}", gallery, UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("invitation_not_found"));
    }

    @Test
    void anInvitationExpires() {
        Applicant alice = Applicant.invited(gallery, "p-1");
        Database.execute("UPDATE invitation SET expires_at = now() WHERE id = ?", UUID.fromString(alice.id()));

        refused(alice.look(), 410, "invitation_expired");
        invitations().body("items[0].state", equalTo("expired"));
    }

    @Test
    void anInvitationLastsThirtyDaysAtMost() {
        invite(Instant.now().plus(Duration.ofDays(29))).statusCode(201);
        invite(Instant.now().plus(Duration.ofDays(31))).statusCode(400).body("field", equalTo("expiresAt"));
        invite(Instant.now().minusSeconds(1)).statusCode(400).body("field", equalTo("expiresAt"));
    }

    @Test
    void aNewInvitationEndsTheOlderOne() {
        Applicant before = Applicant.invited(gallery, "p-1");
        Applicant after = Applicant.invited(gallery, "p-1");

        refused(before.look(), 410, "invitation_revoked");
        after.look().then().statusCode(200);
        invitations().body("items.state", equalTo(List.of("revoked", "open")));
    }

    @Test
    void anInvitationGoesWithItsSubject() {
        Applicant alice = Applicant.invited(gallery, "p-1");
        asAdmin().delete("/v1/galleries/{g}/subjects/p-1", gallery).then().statusCode(200);

        refused(alice.look(), 401, "invitation_unknown");
        assertThat(Database.query("SELECT count(*) FROM invitation WHERE id = ?", UUID.fromString(alice.id())))
                .isZero();
    }

    @Test
    void aWrongSecretIsNotKnown() {
        refused(new Applicant("", "A".repeat(43)).look(), 401, "invitation_unknown")
                .header("WWW-Authenticate", containsString("X-Invitation"));
        refused(new Applicant("", "x".repeat(200)).look(), 401, "invitation_unknown");
        refused(given().get("/v1/self-enrollment"), 401, "api_key_missing");
    }

    @Test
    void anInvitationHasALimitOfItsOwn() {
        Applicant alice = Applicant.invited(gallery, "p-1");

        // Ten seconds' worth at once.
        alice.look().then().header("RateLimit-Limit", "500000").header("RateLimit-Remaining", "499999");
    }

    @Test
    void whoComesBackWithAUsedInvitationIsInTheLog() {
        Applicant alice = agreed();
        alice.enrollTurning(ALICE).then().statusCode(201);

        refused(alice.look(), 410, "invitation_used");

        await().untilAsserted(() -> assertThat(AuditTrail.entries(
                        Api.FIRST_KEY, Map.of("action", "login.refuse", "actor", "invitation:" + alice.id())))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry).containsEntry("outcome", "invitation_used")));
    }

    @Test
    void nothingElseEnrolsItself() {
        refused(asAdmin().get("/v1/self-enrollment"), 403, "operation_not_permitted");
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "x", "operations", List.of("self-enroll")))
                .post("/v1/api-keys")
                .then()
                .statusCode(400)
                .body("field", equalTo("operations"));
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        Applicant alice = Applicant.invited(gallery, "p-1");

        refused(
                alice.request().header("X-API-Key", Api.FIRST_KEY).get("/v1/self-enrollment"),
                400,
                "credentials_ambiguous");
    }

    @Test
    void whoInvitesMayDoWhatTheInvitationPermits() {
        var needed = List.of("enroll", "consents.write", "subjects.read");
        for (String missing : needed) {
            String some = TestKey.permitting(needed.stream()
                            .filter(operation -> !operation.equals(missing))
                            .toArray(String[]::new))
                    .secret();
            refused(
                    Api.as(some)
                            .contentType(ContentType.JSON)
                            .post("/v1/galleries/{g}/subjects/p-1/invitations", gallery),
                    403,
                    "operation_not_permitted");
        }
        String elsewhere = Api.newKey(needed, List.of("other"));
        Api.as(elsewhere)
                .contentType(ContentType.JSON)
                .post("/v1/galleries/{g}/subjects/p-1/invitations", gallery)
                .then()
                .statusCode(403)
                .body("code", equalTo("gallery_not_permitted"));
    }

    @Test
    void anInvitationOfOneSubjectReachesNoOther() {
        enrolledElsewhere();
        Applicant alice = agreed();
        alice.enrollTurning(ALICE).then().statusCode(201);

        asAdmin().get("/v1/galleries/{g}/subjects/p-1/faces", gallery).then().body("items", hasSize(1));
        assertThat(faces()).isOne();
    }

    private void enrolledElsewhere() {
        enrolled(newGallery(), "p-1", synthetic(ALICE + "/1.jpg"));
    }

    private Applicant agreed() {
        Applicant alice = Applicant.invited(gallery, "p-1");
        alice.agree("7").then().statusCode(204);
        return alice;
    }

    private ValidatableResponse invite(Instant expiresAt) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("expiresAt", expiresAt.toString()))
                .post("/v1/galleries/{g}/subjects/p-1/invitations", gallery)
                .then();
    }

    private ValidatableResponse invitations() {
        return asAdmin()
                .get("/v1/galleries/{g}/subjects/p-1/invitations", gallery)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ofGallery(Map<String, Object> query) {
        return asAdmin()
                .queryParams(query)
                .get("/v1/galleries/{g}/invitations", gallery)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse consents() {
        return asAdmin()
                .get("/v1/galleries/{g}/subjects/p-1/consents", gallery)
                .then()
                .statusCode(200);
    }

    private static Matcher<String> doesNotName() {
        return not(containsString("p-1"));
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then().statusCode(status).body("code", equalTo(code));
    }

    private long faces() {
        return Database.query(
                "SELECT count(*) FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", gallery);
    }
}
