package io.janua.enrollment.imports;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.flat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.Tenants;
import io.janua.support.TestArchive;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What imports leave, and when it goes. */
@QuarkusTest
class ImportKeepingTest {

    private static final byte[] ARCHIVE =
            TestArchive.of().with("bob/1.jpg", flat(400, 400, ".jpg")).bytes();

    @Inject
    ImportSweep sweep;

    private static String ended(String key, String gallery) {
        String id = Imports.started(key, gallery, ARCHIVE);
        Imports.ended(key, id);
        return id;
    }

    private static void sinceThen(String id, String column, String interval) {
        Database.execute(
                "UPDATE bulk_import SET %1$s = %1$s - interval '%2$s' WHERE id = ?".formatted(column, interval),
                UUID.fromString(id));
    }

    private static long count(String table, String id) {
        String column = table.equals("bulk_import") ? "id" : "import_id";
        return Database.query("SELECT count(*) FROM %s WHERE %s = ?".formatted(table, column), UUID.fromString(id));
    }

    @Test
    void refusedPicturesGoAfterAWeekWithTheirKey() {
        String id = ended(FIRST_KEY, newGallery());
        sinceThen(id, "pictures_kept_until", "167 hours");
        sweep.run();
        assertThat(count("bulk_import_picture", id)).isEqualTo(1);

        sinceThen(id, "pictures_kept_until", "2 hours");
        sweep.run();

        assertThat(count("bulk_import_picture", id)).isZero();
        assertThat(Database.query(
                        "SELECT count(*) FROM bulk_import WHERE id = ? AND wrapped IS NULL", UUID.fromString(id)))
                .isEqualTo(1);
        asAdmin().get("/v1/imports/{id}/items", id).then().body("items[0].hasImage", equalTo(false));
        asAdmin()
                .get("/v1/imports/{id}/items/1/image", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("image_not_kept"));
    }

    @Test
    void theReportGoesLater() {
        String id = ended(FIRST_KEY, newGallery());
        sinceThen(id, "finished_at", "91 days");

        sweep.run();

        assertThat(count("bulk_import", id)).isZero();
        assertThat(count("bulk_import_item", id)).isZero();
    }

    @Test
    void whatStoppedComingWithItsProcessGoes() {
        String id = ended(FIRST_KEY, newGallery());
        Database.execute(
                "UPDATE bulk_import SET state = 'RECEIVING', finished_at = NULL WHERE id = ?", UUID.fromString(id));
        sinceThen(id, "touched_at", "59 minutes");
        sweep.run();
        assertThat(count("bulk_import", id)).isEqualTo(1);

        sinceThen(id, "touched_at", "2 minutes");
        sweep.run();

        assertThat(count("bulk_import", id)).isZero();
        assertThat(count("bulk_import_picture", id)).isZero();
    }

    @Test
    void aRekeyingTakesTheKeysOfImportsAlong() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        String id = ended(tenant.key(), "staff");
        byte[] before = picture(tenant.key(), id);
        long secret = secret(id);

        String rekeying = as(tenant.key()).post("/v1/rekeyings").path("id");
        await().until(() -> as(tenant.key())
                .get("/v1/rekeyings/{id}", rekeying)
                .path("state")
                .equals("done"));

        assertThat(secret(id)).isNotEqualTo(secret);
        assertThat(Arrays.equals(picture(tenant.key(), id), before)).isTrue();
    }

    private static byte[] picture(String key, String id) {
        return as(key).get("/v1/imports/{id}/items/1/image", id)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
    }

    private static long secret(String id) {
        return Database.query("SELECT secret FROM bulk_import WHERE id = ?", UUID.fromString(id));
    }
}
