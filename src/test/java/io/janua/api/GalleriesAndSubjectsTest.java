package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.Api;
import io.janua.support.Database;
import io.janua.support.TestModels;
import io.janua.support.TestPictures;
import io.janua.vision.model.ModelEntry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeping galleries, subjects and faces. */
@QuarkusTest
class GalleriesAndSubjectsTest {

    @Test
    void aGalleryHasDefaultsAndChangesByMergePatch() {
        String gallery = newGallery(Map.of("fmr", 1e-5));
        asAdmin()
                .get("/v1/galleries/{g}", gallery)
                .then()
                .body("model", equalTo(TestModels.embedder()))
                .body("policy.fmr", equalTo(1e-5f))
                .body("policy.fpir", equalTo(1e-3f))
                .body("policy.duplicates", equalTo("warn"))
                .body("policy.imageRetention", equalTo("none"));

        asAdmin()
                .contentType("application/merge-patch+json")
                .body("{\"description\": \"Night shift\", \"policy\": {\"fmr\": null, \"duplicates\": \"refuse\"}}")
                .patch("/v1/galleries/{g}", gallery)
                .then()
                .statusCode(200)
                .body("description", equalTo("Night shift"))
                .body("policy.fmr", equalTo(1e-4f))
                .body("policy.duplicates", equalTo("refuse"));

        assertThat(Database.text("SELECT content::jsonb ->> 'facts' FROM audit_entry"
                        + " WHERE action = 'gallery.change' AND gallery = '%s'".formatted(gallery)))
                .contains("\"fmr\": \"1.0E-5 -> 1.0E-4\"", "\"duplicates\": \"warn -> refuse\"", "changed")
                .doesNotContain("Night shift", "fpir");
    }

    @Test
    void subjectsArePagedAndSearched() {
        String gallery = newGallery();
        for (String id : List.of("e", "b", "d", "a", "c")) {
            putSubject(gallery, id, "Person " + id).then().statusCode(201);
        }
        putSubject(gallery, "100%", "Percent_Sign");

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = asAdmin()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/v1/galleries/{g}/subjects", gallery)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).containsExactly("100%", "a", "b", "c", "d", "e");

        search(gallery, "PERSON C").body("items.id", contains("c"));
        // Wildcards of SQL are ordinary characters here.
        search(gallery, "%").body("items.id", contains("100%"));
        search(gallery, "t_S").body("items.id", contains("100%"));
        search(gallery, "'; DROP TABLE subject; --").body("items", hasSize(0));
    }

    @Test
    void aSubjectKeepsTheCallersData() {
        String gallery = newGallery();
        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Zoë 张\", \"attributes\": {\"badge\": 7, \"teams\": [\"a\", \"b\"]},"
                        + " \"validUntil\": \"2030-01-01T00:00:00Z\"}")
                .put("/v1/galleries/{g}/subjects/{s}", gallery, "emp 1:ü")
                .then()
                .statusCode(201);

        asAdmin()
                .get("/v1/galleries/{g}/subjects/{s}", gallery, "emp 1:ü")
                .then()
                .body("name", equalTo("Zoë 张"))
                .body("attributes.badge", equalTo(7))
                .body("attributes.teams", contains("a", "b"))
                .body("validUntil", equalTo("2030-01-01T00:00:00Z"));

        asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"attributes\": {\"badge\": null, \"floor\": 2}, \"validUntil\": null}")
                .patch("/v1/galleries/{g}/subjects/{s}", gallery, "emp 1:ü")
                .then()
                .statusCode(200)
                .body("attributes.badge", nullValue())
                .body("attributes.floor", equalTo(2))
                .body("attributes.teams", contains("a", "b"))
                .body("validUntil", nullValue());
    }

    @Test
    void whatCannotBeAnIdIsNobodysAndIsNotWrittenDown() {
        String gallery = newGallery();
        for (String subject : List.of("x".repeat(3500), "a\u0000b")) {
            asAdmin()
                    .get("/v1/galleries/{g}/subjects/{s}", gallery, subject)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("subject_not_found"));
            for (Response refused : List.of(
                    verify(gallery, subject, synthetic(ALICE + "/1.jpg")),
                    enroll(gallery, subject, synthetic(ALICE + "/1.jpg")))) {
                refused.then().statusCode(404).body("code", equalTo("subject_not_found"));
            }
        }

        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND outcome = 'subject_not_found'"
                                + " AND subject IS NULL AND length(content) < 1000",
                        gallery))
                .isEqualTo(4);
    }

    @Test
    void facesAreListedShownAndRemoved() {
        String gallery = newGallery(Map.of("imageRetention", "crop"));
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        String face = asAdmin()
                .get("/v1/galleries/{g}/subjects/alice/faces", gallery)
                .then()
                .body("items", hasSize(1))
                .body("items[0].hasImage", equalTo(true))
                .extract()
                .path("items[0].id");

        byte[] crop = asAdmin()
                .get("/v1/galleries/{g}/subjects/alice/faces/{f}/image", gallery, face)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", equalTo("private, no-store"))
                .extract()
                .asByteArray();
        assertThat(TestPictures.decode(crop).cols()).isGreaterThan(100);

        asAdmin()
                .delete("/v1/galleries/{g}/subjects/alice/faces/{f}", gallery, face)
                .then()
                .statusCode(204);
        asAdmin().get("/v1/galleries/{g}/subjects/alice/faces", gallery).then().body("items", hasSize(0));
    }

    @Test
    void enrollingSaysWhereTheFaceIs() {
        String gallery = newGallery();
        putSubject(gallery, "emp 1", "Somebody");
        String location = Api.enroll(gallery, "emp 1", synthetic(ALICE + "/1.jpg"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        asAdmin().urlEncodingEnabled(false).get(location).then().statusCode(200).body("subject", equalTo("emp 1"));
    }

    @Test
    void noImageIsKeptUnlessThePolicySaysSo() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        String face = asAdmin()
                .get("/v1/galleries/{g}/subjects/alice/faces", gallery)
                .then()
                .extract()
                .path("items[0].id");

        asAdmin()
                .get("/v1/galleries/{g}/subjects/alice/faces/{f}/image", gallery, face)
                .then()
                .statusCode(404)
                .body("code", equalTo("image_not_kept"));
    }

    @Test
    void modelsAreListedWithCalibrationAndLicence() {
        List<ModelEntry> models = TestModels.CATALOG.models();
        asAdmin()
                .get("/v1/models")
                .then()
                .body("runningPack", equalTo(TestModels.running().id()))
                .body("pack.id", equalTo(TestModels.running().id()))
                .body("pack.judgesLiveness", equalTo(TestModels.running().judgesLiveness()))
                .body("pack.commercialUse", equalTo(TestModels.running().commercialUse()))
                .body("items.id", equalTo(models.stream().map(ModelEntry::id).toList()))
                .body(
                        "items.running",
                        equalTo(models.stream().map(TestModels.running()::has).toList()))
                .body("items.licence.spdx", everyItem(not(emptyString())));
        asAdmin()
                .get("/v1/models/mobilefacenet-arcface-128")
                .then()
                .body("embeddingSize", equalTo(128))
                .body("calibration", hasSize(5))
                .body("calibration[2].fnmr", equalTo(0.037f))
                .body("scores.mated.histogram", hasSize(100))
                .body("scores.binWidth", equalTo(0.02f));
    }

    @Test
    void aSubjectHasAPortrait_whichIsTheNewestFaceWithAPicture() {
        String gallery = newGallery(Map.of("imageRetention", "crop", "duplicates", "off"));
        putSubject(gallery, "nobody", "Nobody");
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        String newest = enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")).path("id");
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("policy", Map.of("imageRetention", "none")))
                .patch("/v1/galleries/{g}", gallery)
                .then()
                .statusCode(200);
        enroll(gallery, "alice", synthetic(ALICE + "/1.jpg")).then().statusCode(201);

        asAdmin()
                .get("/v1/galleries/{g}/subjects", gallery)
                .then()
                .body("items.id", contains("alice", "nobody"))
                .body("items.faces", contains(3, 0))
                .body("items[0].portrait", equalTo(newest))
                .body("items[1]", not(hasKey("portrait")));
        asAdmin().get("/v1/galleries/{g}/subjects/alice", gallery).then().body("portrait", equalTo(newest));
    }

    @Test
    void subjectsAreListedByWhetherTheyHaveAFace() {
        String gallery = newGallery();
        putSubject(gallery, "nobody", "Nobody");
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));

        listed(gallery, "enrolled", true).body("items.id", contains("alice"));
        listed(gallery, "enrolled", false).body("items.id", contains("nobody"));
    }

    @Test
    void aFaceNamesTheModelsThatKnowIt() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));

        asAdmin()
                .get("/v1/galleries/{g}/subjects/alice/faces", gallery)
                .then()
                .body("items[0].models", contains(TestModels.embedder()));
    }

    private static ValidatableResponse listed(String gallery, String parameter, Object value) {
        return asAdmin()
                .queryParam(parameter, value)
                .get("/v1/galleries/{g}/subjects", gallery)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse search(String gallery, String text) {
        return asAdmin()
                .queryParam("query", text)
                .get("/v1/galleries/{g}/subjects", gallery)
                .then()
                .statusCode(200);
    }
}
