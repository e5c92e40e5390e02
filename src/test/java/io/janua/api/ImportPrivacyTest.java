package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Imports.ended;
import static io.janua.support.Imports.items;
import static io.janua.support.Imports.send;
import static io.janua.support.Imports.started;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.janua.support.AuditTrail;
import io.janua.support.TestArchive;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What imports tell of people, and what they may not undo. */
@QuarkusTest
class ImportPrivacyTest {

    private static final byte[] OF_ALICE =
            TestArchive.of().with(ALICE + "/1.jpg", synthetic(ALICE + "/1.jpg")).bytes();

    private static void erase(String gallery, String subject) {
        asAdmin()
                .delete("/v1/galleries/{g}/subjects/{s}", gallery, subject)
                .then()
                .statusCode(200);
    }

    @Test
    void noTextOfARefusalNamesWhoWasErased() {
        String gallery = newGallery();
        putSubject(gallery, "carol", "Carol").then().statusCode(201);
        String id = started(
                FIRST_KEY,
                gallery,
                TestArchive.of()
                        .with("here/carol/1.jpg", flat(400, 400, ".jpg"))
                        .with("there/carol/1.jpg", flat(400, 400, ".jpg"))
                        .bytes());
        ended(FIRST_KEY, id);
        assertThat(items(FIRST_KEY, id))
                .allSatisfy(item -> assertThat((String) item.get("detail")).contains("carol"));

        erase(gallery, "carol");

        assertThat(asAdmin().get("/v1/imports/{id}/items", id).asString())
                .contains("subject_ambiguous")
                .doesNotContain("carol");
    }

    @Test
    void picturesOfSomebodyUnderAnotherNameGoWithThem() {
        String gallery = newGallery(Map.of("duplicates", "refuse"));
        enrolled(gallery, "known", synthetic(ALICE + "/3.jpg"));
        String id = started(
                FIRST_KEY,
                gallery,
                TestArchive.of()
                        .with("stranger/1.jpg", synthetic(ALICE + "/1.jpg"))
                        .bytes());
        ended(FIRST_KEY, id);
        asAdmin().get("/v1/imports/{id}/items", id).then().body("items[0].hasImage", equalTo(true));

        erase(gallery, "known");

        asAdmin().get("/v1/imports/{id}/items", id).then().body("items[0].hasImage", equalTo(false));
    }

    @Test
    void whoeverWithdrewIsNotMadeToAgreeAgain() {
        String gallery = newGallery(Map.of("consent", "required"));
        putSubject(gallery, ALICE, "Alice").then().statusCode(201);
        giveConsent(gallery, ALICE);
        asAdmin()
                .contentType("application/json")
                .body(Map.of("reason", "asked"))
                .post("/v1/galleries/{g}/subjects/{s}/consents/withdrawals", gallery, ALICE)
                .then()
                .statusCode(200);

        String id = send(asAdmin().queryParams("textVersion", "1", "channel", "paper"), gallery, OF_ALICE)
                .path("id");

        assertThat(ended(FIRST_KEY, id)).containsEntry("refused", 1);
        assertThat(items(FIRST_KEY, id).getFirst()).containsEntry("code", "consent_withdrawn");
        asAdmin()
                .get("/v1/galleries/{g}/subjects/{s}/consents", gallery, ALICE)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void anArchiveThatIsSentAgainEnrolsNobodyTwice() {
        String gallery = newGallery();
        String first = started(FIRST_KEY, gallery, OF_ALICE);
        ended(FIRST_KEY, first);

        String second = started(FIRST_KEY, gallery, OF_ALICE);

        assertThat(ended(FIRST_KEY, second)).containsEntry("enrolled", 1).containsEntry("refused", 0);
        assertThat(items(FIRST_KEY, second).getFirst().get("face"))
                .isEqualTo(items(FIRST_KEY, first).getFirst().get("face"));
        asAdmin().get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE).then().body("faces", equalTo(1));
    }

    @Test
    void onlyWhoMayReadSubjectsIsToldOfThem() {
        String gallery = newGallery();
        String id = started(FIRST_KEY, gallery, OF_ALICE);
        ended(FIRST_KEY, id);
        String enrolls = newKey(List.of("enroll", "subjects.write", "faces.read"), null);

        as(enrolls).get("/v1/imports/{id}", id).then().statusCode(200);
        for (String what : List.of("items", "report", "items/1/image")) {
            as(enrolls).get("/v1/imports/{id}/" + what, id).then().statusCode(403);
        }
    }

    @Test
    void theAuditLogTellsWhoForgotAnImport() {
        String gallery = newGallery();
        String id = started(FIRST_KEY, gallery, OF_ALICE);
        ended(FIRST_KEY, id);

        asAdmin().delete("/v1/imports/{id}", id).then().statusCode(204);

        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "import.delete")))
                .hasSize(1);
    }

    @Test
    void whoeverHasAgreedToNothingIsNotLookedAt() {
        String gallery = newGallery(Map.of("consent", "required"));
        putSubject(gallery, "bob", "Bob").then().statusCode(201);
        String id = started(
                FIRST_KEY,
                gallery,
                TestArchive.of()
                        .with("bob/1.jpg", flat(400, 400, ".jpg"))
                        .with("nobody/1.jpg", flat(400, 400, ".jpg"))
                        .bytes());

        assertThat(ended(FIRST_KEY, id)).containsEntry("refused", 2);
        // Not that there is no face.
        assertThat(items(FIRST_KEY, id)).extracting(item -> item.get("code")).containsOnly("consent_missing");
    }

    @Test
    void picturesInImportsAreHoldingsToo() {
        String gallery = newGallery();
        String id = started(
                FIRST_KEY,
                gallery,
                TestArchive.of()
                        .with(ALICE + "/1.jpg", synthetic(ALICE + "/1.jpg"))
                        .with("bob/1.jpg", flat(400, 400, ".jpg"))
                        .with("carol/1.jpg", flat(400, 400, ".jpg"))
                        .bytes());
        ended(FIRST_KEY, id);

        as(newKey(List.of("privacy.read"), List.of(gallery)))
                .get("/v1/privacy/holdings")
                .then()
                .body("galleries[0].importPictures", equalTo(2))
                .body("totals.importPictures", equalTo(2));
        asAdmin().delete("/v1/imports/{id}", id).then().statusCode(204);
        as(newKey(List.of("privacy.read"), List.of(gallery)))
                .get("/v1/privacy/holdings")
                .then()
                .body("totals.importPictures", equalTo(0));
    }
}
