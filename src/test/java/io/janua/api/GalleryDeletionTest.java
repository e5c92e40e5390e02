package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Nobody goes without a receipt, not even with the whole gallery. */
@QuarkusTest
class GalleryDeletionTest {

    private static final String RECEIPTS = "SELECT count(*) FROM audit_entry WHERE gallery = ?"
            + " AND action = 'subject.erase' AND content::jsonb #>> '{facts,reason}' = 'gallery deleted'";

    @Test
    void everySubjectLeavesAReceipt() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        as(tenant.key())
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/galleries/staff/subjects/bob")
                .then()
                .statusCode(201);

        as(tenant.key()).delete("/v1/galleries/staff").then().statusCode(204);

        var receipts = AuditTrail.entries(tenant.key(), Map.of("action", "subject.erase"));
        assertThat(receipts).extracting(entry -> entry.get("subject")).containsExactly("bob", "alice");
        assertThat(receipts.getLast())
                .extracting("facts")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("reason", "gallery deleted")
                .containsEntry("faces", 1)
                .containsEntry("pictures", 1)
                .containsKeys("receipt", "signature");
        assertThat(AuditTrail.entries(tenant.key(), Map.of("action", "gallery.delete")))
                .singleElement()
                .extracting("facts")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("subjects", 2);
        as(tenant.key()).get("/v1/galleries/staff").then().statusCode(404);
    }

    @Test
    void aCallThatBrokeOffIsRepeated() {
        String gallery = newGallery();
        for (String subject : List.of("a", "b", "c")) {
            putSubject(gallery, subject, "Somebody").then().statusCode(201);
        }
        Database.execute("""
                CREATE FUNCTION refuse_b_to_go() RETURNS trigger LANGUAGE plpgsql
                AS 'BEGIN RAISE EXCEPTION ''stuck''; END'""");
        Database.execute("CREATE TRIGGER stuck_b BEFORE DELETE ON subject FOR EACH ROW"
                + " WHEN (OLD.external_id = 'b') EXECUTE FUNCTION refuse_b_to_go()");
        try {
            assertThat(delete(gallery).statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            Database.execute("DROP FUNCTION refuse_b_to_go() CASCADE");
        }
        assertThat(Database.query(RECEIPTS, gallery)).isEqualTo(1);
        asAdmin().get("/v1/galleries/{g}", gallery).then().body("subjects", equalTo(2));

        delete(gallery).then().statusCode(204);

        assertThat(Database.query(RECEIPTS, gallery)).isEqualTo(3);
        delete(gallery).then().statusCode(404).body("code", equalTo("gallery_not_found"));
    }

    @Test
    void whoComesMeanwhileLeavesAReceiptToo() throws SQLException {
        String gallery = newGallery();
        CompletableFuture<Response> deletion;
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // In the place of a request that has created a subject and has not ended yet.
            statement.execute("""
                    INSERT INTO subject (id, tenant_id, gallery_id, external_id, attributes, status, created_at, updated_at)
                    SELECT gen_random_uuid(), tenant_id, id, 'late', '{}', 'ACTIVE', now(), now() FROM gallery
                    WHERE name = '%s'""".formatted(gallery));
            deletion = CompletableFuture.supplyAsync(() -> delete(gallery));
            while (!Database.somebodyWaits()) {
                assertThat(deletion)
                        .as("the deletion, which waits for the newcomer")
                        .isNotDone();
                Thread.onSpinWait();
            }
            connection.commit();
        }

        deletion.join().then().statusCode(204);
        assertThat(Database.query(RECEIPTS, gallery)).isEqualTo(1);
    }

    private static Response delete(String gallery) {
        return asAdmin().delete("/v1/galleries/{g}", gallery);
    }
}
