package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Imports.ended;
import static io.janua.support.Imports.items;
import static io.janua.support.Imports.send;
import static io.janua.support.Imports.started;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.numbered;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.TestArchive;
import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an import does when something comes between. */
@QuarkusTest
class ImportInterruptionTest {

    private static final List<String> PEOPLE = List.of(ALICE, BOB, "person-0002", "person-0003", "person-0006");
    private static final int PICTURES = 100;

    /** Several seconds of work: each person in every fifth picture. */
    private static byte[] longArchive() {
        var archive = TestArchive.of();
        IntStream.range(0, PICTURES).forEach(i -> {
            String person = PEOPLE.get(i % PEOPLE.size());
            byte[] picture = synthetic(person + (i % 2 == 0 ? "/1.jpg" : "/3.jpg"));
            archive.with("%s/%d.jpg".formatted(person, i), numbered(picture, i));
        });
        return archive.bytes();
    }

    private static void awaitEnrolled(String id, int atLeast) {
        // Not told at once where the database has just come back.
        await().until(
                        () -> Imports.get(FIRST_KEY, id).<Integer>path("enrolled"),
                        enrolled -> enrolled != null && enrolled >= atLeast);
    }

    @Test
    void aCancelledImportKeepsWhatItEnrolledAndDropsTheRest() {
        String gallery = newGallery(Map.of("duplicates", "off"));
        String id = started(FIRST_KEY, gallery, longArchive());
        awaitEnrolled(id, 3);

        int enrolled = asAdmin()
                .post("/v1/imports/{id}/cancellations", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .extract()
                .path("enrolled");

        assertThat(enrolled).isBetween(3, PICTURES - 1);
        await().until(() -> Database.query(
                        "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'import' AND task_instance LIKE ?",
                        "%" + id)
                == 0);
        Imports.get(FIRST_KEY, id).then().body("enrolled", equalTo(enrolled)).body("refused", equalTo(0));
        assertThat(faces(gallery)).isEqualTo(enrolled);
        assertThat(pictures(id)).isZero();
        // Once more changes nothing.
        asAdmin()
                .post("/v1/imports/{id}/cancellations", id)
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(enrolled));
        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "import.cancel")))
                .hasSize(1);
    }

    @Test
    void anImportThatRunsIsNotForgotten() {
        String id = started(FIRST_KEY, newGallery(Map.of("duplicates", "off")), longArchive());

        asAdmin().delete("/v1/imports/{id}", id).then().statusCode(409).body("code", equalTo("import_runs"));

        asAdmin().post("/v1/imports/{id}/cancellations", id);
    }

    @Test
    void whoeverIsErasedMeanwhileIsNotBroughtBack() {
        String gallery = newGallery(Map.of("duplicates", "off"));
        String id = started(FIRST_KEY, gallery, longArchive());
        await().until(() ->
                asAdmin().get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE).statusCode() == 200);

        asAdmin()
                .delete("/v1/galleries/{g}/subjects/{s}", gallery, ALICE)
                .then()
                .statusCode(200);

        var ended = ended(FIRST_KEY, id);
        assertThat(ended).containsEntry("state", "done").containsEntry("done", PICTURES);
        asAdmin().get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE).then().statusCode(404);
        assertThat(asAdmin()
                        .queryParam("limit", 500)
                        .get("/v1/imports/{id}/items", id)
                        .asString())
                .contains("subject_erased")
                .doesNotContain(ALICE);
        assertThat(pictures(id)).isZero();
        assertThat(faces(gallery)).isEqualTo(PICTURES - PICTURES / PEOPLE.size());
    }

    @Test
    void aWithdrawnConsentStopsWhatWaits() {
        String gallery = newGallery(Map.of("duplicates", "off", "consent", "required"));
        String id = send(asAdmin().queryParams("textVersion", "1", "channel", "paper"), gallery, longArchive())
                .path("id");
        awaitEnrolled(id, 6);

        asAdmin()
                .contentType("application/json")
                .body(Map.of("reason", "asked"))
                .post("/v1/galleries/{g}/subjects/{s}/consents/withdrawals", gallery, ALICE)
                .then()
                .statusCode(200);

        assertThat(ended(FIRST_KEY, id)).containsEntry("done", PICTURES);
        assertThat(items(FIRST_KEY, id))
                .filteredOn(item -> "consent_withdrawn".equals(item.get("code")))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item).containsEntry("subject", ALICE));
        asAdmin().get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE).then().body("faces", equalTo(0));
    }

    @Test
    void aGalleryThatGoesTakesItsImportsAlong() {
        String gallery = newGallery(Map.of("duplicates", "off"));
        String id = started(FIRST_KEY, gallery, longArchive());
        awaitEnrolled(id, 3);

        asAdmin().delete("/v1/galleries/{g}", gallery).then().statusCode(204);

        Imports.get(FIRST_KEY, id).then().statusCode(404);
        assertThat(pictures(id)).isZero();
    }

    /** In the middle of whatever each worker does, as a killed process ends. */
    @Test
    void whoGoesOnAfterALostDatabaseRepeatsNothing() {
        String gallery = newGallery(Map.of("duplicates", "off"));
        String id = started(FIRST_KEY, gallery, longArchive());
        for (int atLeast = 5; atLeast <= 35; atLeast += 10) {
            awaitEnrolled(id, atLeast);
            TestDatabase.proxy().cut();
            try {
                asAdmin().get("/v1/imports/{id}", id).then().statusCode(503);
            } finally {
                TestDatabase.proxy().restore();
            }
        }

        assertThat(ended(FIRST_KEY, id)).containsEntry("enrolled", PICTURES).containsEntry("refused", 0);
        assertThat(faces(gallery)).isEqualTo(PICTURES);
        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "face.enroll")))
                .hasSize(PICTURES);
        assertThat(pictures(id)).isZero();
    }

    private static long faces(String gallery) {
        return Database.query(
                "SELECT count(*) FROM sample s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", gallery);
    }

    private static long pictures(String id) {
        return Database.query("SELECT count(*) FROM bulk_import_picture WHERE import_id = ?", UUID.fromString(id));
    }
}
