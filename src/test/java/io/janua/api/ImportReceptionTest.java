package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Imports.ended;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.SlowUpload;
import io.janua.support.Tenants;
import io.janua.support.TestArchive;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens while an archive comes in. */
@QuarkusTest
class ImportReceptionTest {

    @TestHTTPResource
    URI service;

    /** Alice's pictures come in the first half. */
    private static byte[] archive() {
        byte[] noise = new byte[3_000_000];
        new Random(1).nextBytes(noise);
        return TestArchive.of()
                .with(ALICE + "/1.jpg", synthetic(ALICE + "/1.jpg"))
                .with(ALICE + "/3.jpg", synthetic(ALICE + "/3.jpg"))
                .with("noise.bin", noise)
                .with(BOB + "/1.jpg", synthetic(BOB + "/1.jpg"))
                .bytes();
    }

    private static String receiving(String gallery) {
        await().until(() -> asAdmin()
                .queryParam("gallery", gallery)
                .get("/v1/imports")
                .<List<String>>path("items.state")
                .contains("receiving"));
        return asAdmin().queryParam("gallery", gallery).get("/v1/imports").path("items[0].id");
    }

    @Test
    void whoeverIsErasedMeanwhileIsNotBroughtBack() throws IOException {
        String gallery = newGallery();
        putSubject(gallery, ALICE, "Alice").then().statusCode(201);
        try (var upload = SlowUpload.begun(service, gallery, archive())) {
            String id = receiving(gallery);
            asAdmin()
                    .delete("/v1/galleries/{g}/subjects/{s}", gallery, ALICE)
                    .then()
                    .statusCode(200);

            assertThat(upload.rest()).startsWith("HTTP/1.1 202");

            assertThat(ended(FIRST_KEY, id)).containsEntry("enrolled", 1).containsEntry("refused", 3);
            asAdmin()
                    .get("/v1/galleries/{g}/subjects/{s}", gallery, ALICE)
                    .then()
                    .statusCode(404);
            assertThat(asAdmin().get("/v1/imports/{id}/items", id).asString())
                    .contains("subject_erased")
                    .doesNotContain(ALICE);
            assertThat(count("bulk_import_picture", id)).isZero();
            assertThat(count("bulk_import_departure", id)).isZero();
        }
    }

    @Test
    void whoeverWithdrawsMeanwhileIsNotEnrolled() throws IOException {
        String gallery = newGallery(Map.of("consent", "required"));
        putSubject(gallery, ALICE, "Alice").then().statusCode(201);
        giveConsent(gallery, ALICE);
        try (var upload = SlowUpload.begun(service, gallery, archive())) {
            String id = receiving(gallery);
            withdraw(gallery, ALICE);

            assertThat(upload.rest()).startsWith("HTTP/1.1 202");

            assertThat(ended(FIRST_KEY, id)).containsEntry("enrolled", 1).containsEntry("refused", 3);
            assertThat(Imports.items(FIRST_KEY, id))
                    .filteredOn(item -> ALICE.equals(item.get("subject")))
                    .hasSize(2)
                    .allSatisfy(item -> assertThat(item).containsEntry("code", "consent_withdrawn"));
            assertThat(count("bulk_import_picture", id)).isZero();
        }
    }

    @Test
    void aCancelledUploadLeavesNoFile() throws IOException {
        String gallery = newGallery();
        try (var upload = SlowUpload.begun(service, gallery, archive())) {
            String id = receiving(gallery);

            asAdmin()
                    .post("/v1/imports/{id}/cancellations", id)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("cancelled"))
                    .body("total", equalTo(0));

            assertThat(upload.rest()).startsWith("HTTP/1.1 409").contains("import_cancelled");
            Imports.get(FIRST_KEY, id).then().body("state", equalTo("cancelled"));
            assertThat(count("bulk_import_item", id)).isZero();
            assertThat(count("bulk_import_picture", id)).isZero();
        }
        asAdmin().get("/v1/galleries/{g}/subjects", gallery).then().body("items", hasSize(0));
        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "import.cancel")))
                .hasSize(1);
    }

    @Test
    void aGalleryThatGoesTakesAnUploadAlong() throws IOException {
        String gallery = newGallery();
        try (var upload = SlowUpload.begun(service, gallery, archive())) {
            String id = receiving(gallery);

            asAdmin().delete("/v1/galleries/{g}", gallery).then().statusCode(204);

            assertThat(upload.rest()).startsWith("HTTP/1.1 409").contains("import_cancelled");
            assertThat(count("bulk_import_item", id)).isZero();
        }
    }

    @Test
    void aThirdArchiveWaitsAndRequestsDoNot() throws IOException {
        String gallery = newGallery();
        byte[] archive = archive();
        try (var _ = SlowUpload.begun(service, gallery, archive);
                var _ = SlowUpload.begun(service, gallery, archive)) {
            await().until(() -> Database.query(
                            "SELECT count(*) FROM bulk_import i JOIN gallery g ON g.id = i.gallery_id WHERE g.name = ?",
                            gallery)
                    == 2);

            Imports.send(FIRST_KEY, gallery, archive)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("busy"));
            asAdmin()
                    .contentType("image/jpeg")
                    .body(synthetic(ALICE + "/1.jpg"))
                    .post("/v1/detect")
                    .then()
                    .statusCode(200);
        }
        await().until(() -> Database.query(
                        "SELECT count(*) FROM bulk_import i JOIN gallery g ON g.id = i.gallery_id WHERE g.name = ?",
                        gallery)
                == 0);
    }

    @Test
    void noFourthImportIsBegunWhileThreeHaveNotEnded() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        byte[] archive =
                TestArchive.of().with("bob/1.jpg", flat(400, 400, ".jpg")).bytes();
        for (int i = 0; i < 3; i++) {
            String id = Imports.started(tenant.key(), "staff", archive);
            ended(tenant.key(), id);
            Database.execute(
                    "UPDATE bulk_import SET state = 'RUNNING', finished_at = NULL WHERE id = ?", UUID.fromString(id));
        }

        Imports.send(tenant.key(), "staff", archive).then().statusCode(409).body("code", equalTo("imports_unfinished"));
        Imports.started(FIRST_KEY, newGallery(), archive);
    }

    private static void withdraw(String gallery, String subject) {
        asAdmin()
                .contentType("application/json")
                .body(Map.of("reason", "asked"))
                .post("/v1/galleries/{g}/subjects/{s}/consents/withdrawals", gallery, subject)
                .then()
                .statusCode(200);
    }

    private static long count(String table, String id) {
        return Database.query("SELECT count(*) FROM %s WHERE import_id = ?".formatted(table), UUID.fromString(id));
    }
}
