package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.sideBySide;
import static io.janua.support.TestPictures.synthetic;
import static io.janua.support.TestPictures.turned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.Api;
import io.janua.support.Applicant;
import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is to be enrolled has to turn the head as a challenge asks. */
@QuarkusTest
class HeadTurnTest {

    private static final byte[] FRONT = turned(ALICE + "/front.jpg");

    private String gallery;

    /** As the API answers one. */
    private record Challenge(String id, List<String> turns) {

        byte[] picture(String person, int turn) {
            return turned(person + "/" + turns.get(turn - 1) + ".jpg");
        }
    }

    @BeforeEach
    void aGalleryThatAlwaysChallenges() {
        gallery = newGallery(Map.of("challenge", "always"));
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
    }

    @Test
    void whoTurnsAsAskedIsEnrolled() {
        Challenge challenge = challenge(gallery);
        assertThat(challenge.turns()).containsExactlyInAnyOrder("left", "right");
        String request = "r-" + UUID.randomUUID();

        answer(challenge, asAdmin().header("X-Request-Id", request))
                .then()
                .statusCode(201)
                .body("subject", equalTo("alice"));

        assertThat(AuditTrail.of(Api.FIRST_KEY, request))
                .singleElement()
                .extracting(entry -> entry.get("facts"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("challenge", challenge.id());
        assertThat(faces()).isOne();
    }

    @Test
    void theJsonFormSaysTheSame() {
        Challenge challenge = challenge(gallery);

        post(
                        challenge.id(),
                        asAdmin()
                                .contentType(ContentType.JSON)
                                .body(Map.of(
                                        "image", base64(FRONT),
                                        "turn1", base64(challenge.picture(ALICE, 1)),
                                        "turn2", base64(challenge.picture(ALICE, 2)))))
                .then()
                .statusCode(201);
    }

    @Test
    void aPictureAloneIsNotEnoughWhereTheGalleryAsksForTurns() {
        refused(enroll(gallery, "alice", FRONT), 422, "challenge_missing");
    }

    @Test
    void otherGalleriesTakeAPictureAsBefore() {
        for (String when : List.of("off", "selfService")) {
            String relaxed = newGallery(Map.of("challenge", when));
            putSubject(relaxed, "alice", "Alice").then().statusCode(201);
            enroll(relaxed, "alice", FRONT).then().statusCode(201);
        }
    }

    @Test
    void turnsWithoutAChallengeProveNothing() {
        String relaxed = newGallery();
        putSubject(relaxed, "alice", "Alice").then().statusCode(201);
        refused(
                Applicant.frames(asAdmin(), ALICE, List.of("left", "right"))
                        .post("/v1/galleries/{g}/subjects/alice/faces", relaxed),
                422,
                "challenge_missing");
    }

    @Test
    void bothTurnsHaveToBeSent() {
        Challenge challenge = challenge(gallery);
        refused(post(challenge.id(), asAdmin().multiPart("image", "a.jpg", FRONT, "image/jpeg")), 400, "image_missing")
                .body("field", equalTo("turn1"));
        refused(
                        post(
                                challenge.id(),
                                asAdmin()
                                        .multiPart("image", "a.jpg", FRONT, "image/jpeg")
                                        .multiPart("turn1", "b.jpg", challenge.picture(ALICE, 1), "image/jpeg")),
                        400,
                        "image_missing")
                .body("field", equalTo("turn2"));
    }

    @Test
    void theWrongSideIsRefusedAndTheChallengeStaysOpen() {
        Challenge challenge = challenge(gallery);
        failed(send(challenge, FRONT, challenge.picture(ALICE, 2), challenge.picture(ALICE, 1)), 1, "wrongWay");
        failed(send(challenge, FRONT, challenge.picture(ALICE, 1), synthetic(ALICE + "/1.jpg")), 2, "notFarEnough");

        answer(challenge, asAdmin()).then().statusCode(201);
    }

    @Test
    void somebodyElseCannotTurnForTheApplicant() {
        Challenge challenge = challenge(gallery);
        failed(send(challenge, FRONT, challenge.picture(ALICE, 1), challenge.picture(BOB, 2)), 2, "otherPerson");
    }

    @Test
    void oneFaceHasToBeInEachTurn() {
        Challenge challenge = challenge(gallery);
        byte[] second = challenge.picture(ALICE, 2);
        failed(send(challenge, FRONT, flat(200, 200, ".png"), second), 1, "noFace");
        failed(send(challenge, FRONT, sideBySide(challenge.picture(ALICE, 1), FRONT), second), 1, "manyFaces");
        refused(send(challenge, FRONT, new byte[] {1, 2, 3}, second), 415, "image_type_unsupported")
                .body("field", equalTo("turn1"));
    }

    @Test
    void noPictureServesTwice() {
        Challenge challenge = challenge(gallery);
        byte[] first = challenge.picture(ALICE, 1);
        failed(send(challenge, FRONT, FRONT, first), 1, "samePicture");
        failed(send(challenge, FRONT, first, first), 2, "samePicture");
    }

    @Test
    void thePictureThatIsKeptLooksAtTheCamera() {
        Challenge challenge = challenge(gallery);
        byte[] first = challenge.picture(ALICE, 1);
        refused(send(challenge, first, FRONT, challenge.picture(ALICE, 2)), 422, "poor_quality")
                .body("adviceCodes", hasItem("face_the_camera"));
    }

    @Test
    void aTurnHasALowerLimitThanTheImage() {
        Challenge challenge = challenge(gallery);
        byte[] large = Arrays.copyOf(challenge.picture(ALICE, 1), 5_000_001);
        refused(send(challenge, FRONT, large, challenge.picture(ALICE, 2)), 413, "image_too_large")
                .body("field", equalTo("turn1"));
    }

    @Test
    void aChallengeIsGoodOnce() {
        Challenge challenge = challenge(gallery);
        answer(challenge, asAdmin()).then().statusCode(201);

        refused(answer(challenge, asAdmin()), 409, "challenge_unknown");
        assertThat(faces()).isOne();
    }

    @Test
    void anEnrolmentThatIsRepeatedUnderItsKeyIsAnsweredAgain() {
        Challenge challenge = challenge(gallery);
        String face = answer(challenge, asAdmin().header("Idempotency-Key", "k"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        answer(challenge, asAdmin().header("Idempotency-Key", "k"))
                .then()
                .statusCode(201)
                .body("id", equalTo(face));
        refused(answer(challenge, asAdmin().header("Idempotency-Key", "other")), 409, "challenge_unknown");
        assertThat(faces()).isOne();
    }

    @Test
    void anExpiredChallengeIsNotGood() {
        Challenge challenge = challenge(gallery);
        Database.execute("UPDATE challenge SET expires_at = now() WHERE id = ?", UUID.fromString(challenge.id()));

        refused(answer(challenge, asAdmin()), 409, "challenge_unknown");
    }

    @Test
    void aKeyAloneDoesNotReviveAChallengeToHavePicturesLookedAt() {
        Challenge challenge = challenge(gallery);
        Database.execute("UPDATE challenge SET expires_at = now() WHERE id = ?", UUID.fromString(challenge.id()));
        byte[] notAPicture = {1, 2, 3};

        refused(
                post(
                        challenge.id(),
                        asAdmin()
                                .header("Idempotency-Key", "new")
                                .multiPart("image", "image.jpg", notAPicture, "image/jpeg")),
                409,
                "challenge_unknown");
    }

    @Test
    void aChallengeIsGoodInItsGalleryAndForItsCallerOnly() {
        refused(answer(challenge(newGallery()), asAdmin()), 409, "challenge_unknown");

        String ofAlice = Applicant.invited(gallery, "alice")
                .request()
                .post("/v1/self-enrollment/challenges")
                .path("id");
        refused(answer(new Challenge(ofAlice, List.of("left", "right")), asAdmin()), 409, "challenge_unknown");
        refused(
                answer(new Challenge(UUID.randomUUID().toString(), List.of("left", "right")), asAdmin()),
                409,
                "challenge_unknown");
    }

    @Test
    void ofTwoAnswersAtOnceOneIsTaken() {
        Challenge challenge = challenge(gallery);

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> answer(challenge, asAdmin())))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().statusCode()))
                .containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(faces()).isOne();
    }

    @Test
    void theApiSaysHowFarToTurn() {
        asAdmin()
                .post("/v1/galleries/{g}/challenges", gallery)
                .then()
                .statusCode(201)
                .body("turns", containsInAnyOrder("left", "right"))
                .body("minYaw", equalTo(20f))
                .body("maxYaw", equalTo(60f))
                .body("expiresAt", notNullValue());
    }

    private static Challenge challenge(String gallery) {
        var body = asAdmin()
                .post("/v1/galleries/{g}/challenges", gallery)
                .then()
                .statusCode(201)
                .extract();
        return new Challenge(body.path("id"), body.path("turns"));
    }

    private Response answer(Challenge challenge, RequestSpecification request) {
        return post(challenge.id(), Applicant.frames(request, ALICE, challenge.turns()));
    }

    private Response send(Challenge challenge, byte[] image, byte[] turn1, byte[] turn2) {
        return post(
                challenge.id(),
                asAdmin()
                        .multiPart("image", "image.jpg", image, "image/jpeg")
                        .multiPart("turn1", "turn1.jpg", turn1, "image/jpeg")
                        .multiPart("turn2", "turn2.jpg", turn2, "image/jpeg"));
    }

    private Response post(String challenge, RequestSpecification request) {
        return request.queryParam("challenge", challenge).post("/v1/galleries/{g}/subjects/alice/faces", gallery);
    }

    private static ValidatableResponse refused(Response answer, int status, String code) {
        return answer.then().statusCode(status).body("code", equalTo(code));
    }

    private void failed(Response answer, int turn, String reason) {
        refused(answer, 422, "challenge_failed")
                .body("turn", equalTo(turn))
                .body("reason", equalTo(reason))
                .body("field", equalTo("turn" + turn));
        assertThat(faces()).isZero();
    }

    private long faces() {
        return Database.query(
                "SELECT count(*) FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", gallery);
    }

    private static String base64(byte[] picture) {
        return Base64.getEncoder().encodeToString(picture);
    }
}
