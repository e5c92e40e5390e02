package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.NeedsDefaultPack;
import io.janua.support.TestDatabase;
import io.janua.support.TestModels;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Janua is for: enrol, verify, identify. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecognitionJourneyTest {

    @Test
    void identify_findsThePersonWhoConsentedInAnotherPicture() {
        String gallery = newGallery(Map.of("consent", "required"));
        for (String person : List.of(ALICE, BOB)) {
            String subject = person.equals(ALICE) ? "alice" : "bob";
            putSubject(gallery, subject, "Name of " + subject).then().statusCode(201);
            giveConsent(gallery, subject).then().statusCode(201);
            enroll(gallery, subject, synthetic(person + "/1.jpg")).then().statusCode(201);
        }

        identify(gallery, synthetic(BOB + "/3.jpg"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("identified"))
                .body("subject", equalTo("bob"))
                .body("gallerySize", equalTo(2))
                .body("candidates.subject", contains("bob", "alice"))
                .body("candidates[0].accepted", equalTo(true))
                .body("candidates[1].accepted", equalTo(false))
                // Nobody measured further.
                .body("candidates[0].fmrOfScore", equalTo((float) leastMeasuredFmr()));
    }

    private static double leastMeasuredFmr() {
        return TestModels.CATALOG
                .model(TestModels.embedder())
                .orElseThrow()
                .calibration()
                .orElseThrow()
                .points()
                .getLast()
                .fmr();
    }

    @Test
    void identify_saysUnknownOfAStranger() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));

        asAdmin()
                .contentType("image/jpeg")
                .body(synthetic(BOB + "/1.jpg"))
                .post("/v1/galleries/{gallery}/identify", gallery)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unknown"))
                .body("subject", nullValue())
                .body("candidates", empty());
    }

    @Test
    void identify_saysUnknownInAnEmptyGallery() {
        identify(newGallery(), synthetic(ALICE + "/1.jpg"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unknown"))
                .body("gallerySize", equalTo(0));
    }

    @Test
    void identify_ranksSubjectsNotSamples() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(201);
        enrolled(gallery, "bob", synthetic(BOB + "/1.jpg"));

        identify(gallery, synthetic(ALICE + "/3.jpg"))
                .then()
                .body("candidates.subject", contains("alice", "bob"))
                .body("candidates[0].score", greaterThan(0.99f))
                .body("gallerySize", equalTo(2));
    }

    @Test
    void identify_isAmbiguousWhenTwoSubjectsHaveOneFace() {
        String gallery = newGallery(Map.of("duplicates", "off"));
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        enrolled(gallery, "alicia", synthetic(ALICE + "/1.jpg"));

        identify(gallery, synthetic(ALICE + "/3.jpg"))
                .then()
                .body("outcome", equalTo("ambiguous"))
                .body("subject", nullValue())
                .body("candidates", hasSize(2));
    }

    @Test
    void verify_acceptsThePersonAndRefusesAnother() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));

        verify(gallery, "alice", synthetic(ALICE + "/3.jpg"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("match"))
                .body("fmr", equalTo(1e-4f));
        verify(gallery, "alice", synthetic(BOB + "/3.jpg"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("no_match"))
                .body("score.score", lessThan(0.4f));
    }

    @Test
    void threeFormsOfOneImageGiveTheSameAnswer() {
        byte[] picture = synthetic(ALICE + "/1.jpg");
        String raw = asAdmin()
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .body("faces", hasSize(1))
                .extract()
                .asString();
        asAdmin()
                .multiPart("image", "face.jpg", picture, "image/jpeg")
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .body(equalTo(raw));
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("image", Base64.getEncoder().encodeToString(picture)))
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .body(equalTo(raw));
    }

    @Test
    void aPreviewGoesWithoutLiveness() {
        asAdmin()
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/1.jpg"))
                .queryParam("liveness", false)
                .post("/v1/detect")
                .then()
                .statusCode(200)
                .body("faces[0].quality.adviceCodes", hasSize(0))
                .body("faces[0]", not(hasKey("liveness")));
    }

    @Test
    @NeedsDefaultPack
    void detect_judgesLivenessUnlessToldOtherwise() {
        asAdmin()
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/1.jpg"))
                .post("/v1/detect")
                .then()
                .body("faces[0]", hasKey("liveness"));
    }

    @Test
    void compare_tellsOnePersonFromTwo() {
        asAdmin()
                .multiPart("image", "a.jpg", synthetic(ALICE + "/1.jpg"), "image/jpeg")
                .multiPart("reference", "b.jpg", synthetic(ALICE + "/3.jpg"), "image/jpeg")
                .post("/v1/compare")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("match"));
        asAdmin()
                .multiPart("image", "a.jpg", synthetic(ALICE + "/1.jpg"), "image/jpeg")
                .multiPart("reference", "b.jpg", synthetic(BOB + "/1.jpg"), "image/jpeg")
                .queryParam("fmr", "1e-5")
                .post("/v1/compare")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("no_match"))
                .body("fmr", equalTo(1e-5f));
    }

    @Test
    void suspendedOrExpiredSubjectsAreNotRecognised() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        asAdmin()
                .contentType("application/merge-patch+json")
                .body("{\"status\": \"suspended\"}")
                .patch("/v1/galleries/{gallery}/subjects/alice", gallery)
                .then()
                .statusCode(200)
                .body("status", equalTo("suspended"))
                .body("name", equalTo("Name of alice"));

        identify(gallery, synthetic(ALICE + "/3.jpg")).then().body("outcome", equalTo("unknown"));
        verify(gallery, "alice", synthetic(ALICE + "/3.jpg"))
                .then()
                .statusCode(409)
                .body("code", equalTo("subject_inactive"));

        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"status\": \"active\", \"validUntil\": \"2020-01-01T00:00:00Z\"}")
                .patch("/v1/galleries/{gallery}/subjects/alice", gallery)
                .then()
                .statusCode(200);
        identify(gallery, synthetic(ALICE + "/3.jpg")).then().body("outcome", equalTo("unknown"));
    }

    @Test
    void erasedSubjectsAreGone() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        asAdmin()
                .delete("/v1/galleries/{gallery}/subjects/alice", gallery)
                .then()
                .statusCode(200)
                .body("subject", equalTo("alice"))
                .body("faces", equalTo(1))
                .body("templates", equalTo(1))
                .body("signature", notNullValue());

        identify(gallery, synthetic(ALICE + "/1.jpg"))
                .then()
                .body("outcome", equalTo("unknown"))
                .body("gallerySize", equalTo(0));
        putSubject(gallery, "alice", "Another").then().statusCode(201).body("faces", equalTo(0));
    }
}
