package io.janua.gallery;

import static io.janua.support.Api.as;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.janua.security.Acting;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestDatabase;
import io.janua.support.TestKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant gets new secrets while it is served. */
@QuarkusTest
class RekeyingTest {

    private static final double HALF_PRECISION = 1e-3;

    @Inject
    ProtectedRows rows;

    private TestTenant tenant;
    private String face;

    @BeforeEach
    void aTenantWithPeople() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        face = Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        Tenants.enrolled(tenant, "staff", "bob", BOB + "/1.jpg");
    }

    @Test
    void everybodyIsRecognisedBeforeMeanwhileAndAfterwards() {
        double before = score();
        byte[] picture = picture();

        UUID rekeying = start();
        // At once, before the job has moved anything: old templates and, for whoever is enrolled now, a new one.
        Tenants.enrolled(tenant, "staff", "carol", "person-0002/1.jpg");
        int asked = 0;
        do {
            assertThat(score()).isEqualTo(before, within(HALF_PRECISION));
            asked++;
        } while (!state(rekeying).equals("done"));

        assertThat(asked).isGreaterThan(1);
        assertThat(score()).isEqualTo(before, within(HALF_PRECISION));
        identify("person-0002/3.jpg").then().body("subject", equalTo("carol"));
        assertThat(picture()).isEqualTo(picture);
    }

    /** Another instance would not find who is enrolled under a secret that it has not seen. */
    @Test
    void aNewSecretTurnsTemplatesOnlyWhenEveryInstanceKnowsIt() {
        Tenants.enrolled(tenant, "staff", "carol", "person-0002/1.jpg");
        start();
        // As if it had just been made, however long an enrolment takes where the machine is busy.
        Database.execute(
                "UPDATE tenant_secret SET created_at = now() + interval '1 h' WHERE tenant_id = ? AND generation = 2",
                tenant.id());
        Tenants.enrolled(tenant, "staff", "dora", "person-0003/1.jpg");

        assertThat(Database.query("""
                SELECT count(DISTINCT t.secret) FROM template t JOIN subject s ON s.id = t.subject_id
                WHERE s.tenant_id = ? AND s.external_id IN ('carol', 'dora')""", tenant.id())).isEqualTo(1);
    }

    @Test
    void nothingIsLeftUnderTheOldSecrets() {
        String before = templates();

        UUID rekeying = start();
        await().until(() -> state(rekeying).equals("done"));

        assertThat(templates()).isNotEqualTo(before);
        assertThat(secrets("TEMPLATES")).isEqualTo(1);
        assertThat(secrets("SUBJECTS")).isEqualTo(1);
        // Two templates and two keys of subjects.
        as(tenant.key())
                .get("/v1/rekeyings/{id}", rekeying)
                .then()
                .body("done", equalTo(4))
                .body("total", equalTo(4));
        as(tenant.key())
                .queryParam("action", "tenant.rekey")
                .get("/v1/audit/entries")
                .then()
                .body("items.entry.outcome", hasItem("started"))
                .body("items.entry.outcome", hasItem("done"));
    }

    @Test
    void whatIsLeftFromBeforeThereWereSecretsIsProtected() {
        byte[] picture = picture();
        Database.execute(
                "UPDATE sample_image SET content = ?, encrypted = false WHERE sample_id = ?",
                picture,
                UUID.fromString(face));
        Database.execute("DELETE FROM subject_key WHERE tenant_id = ?", tenant.id());

        UUID rekeying = start();
        await().until(() -> state(rekeying).equals("done"));

        assertThat(Database.query(
                        "SELECT count(*) FROM sample_image WHERE tenant_id = ? AND NOT encrypted", tenant.id()))
                .isZero();
        assertThat(picture()).isEqualTo(picture);
    }

    @Test
    void whoeverIsLimitedToGalleriesExchangesNothing() {
        TestKey limited = TestKey.make(tenant.key(), Map.of(), "keys.rotate");
        // As it may be left from before such keys were refused.
        Database.execute("UPDATE api_key SET galleries = '{staff}' WHERE id = ?", UUID.fromString(limited.id()));

        as(limited.secret())
                .post("/v1/rekeyings")
                .then()
                .statusCode(403)
                .body("code", equalTo("gallery_not_permitted"));
        as(tenant.key()).get("/v1/rekeyings").then().body("items", hasSize(0));
    }

    @Test
    void whoErasesAFaceDoesNotMeetTheSealingOfItsPicture() throws SQLException {
        Database.execute("UPDATE sample_image SET encrypted = false WHERE tenant_id = ?", tenant.id());
        CompletableFuture<Integer> sealing;
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // In the place of an erasure: the subject first, then what belongs to it.
            statement.execute("SELECT FROM subject WHERE tenant_id = '%s' AND external_id = 'alice' FOR UPDATE"
                    .formatted(tenant.id()));
            sealing = CompletableFuture.supplyAsync(() -> new Acting(tenant.id(), "system:test")
                    .call(() -> QuarkusTransaction.requiringNew().call(rows::moveBatch)));
            while (!Database.somebodyWaits()) {
                assertThat(sealing)
                        .as("the sealing, which waits for the subject")
                        .isNotDone();
                Thread.onSpinWait();
            }
            statement.execute("DELETE FROM sample WHERE id = '%s'".formatted(face));
            connection.commit();
        }

        assertThat(sealing.join()).isEqualTo(2);
        assertThat(Database.query(
                        "SELECT count(*) FROM sample_image WHERE tenant_id = ? AND NOT encrypted", tenant.id()))
                .isZero();
    }

    @Test
    void aSecondOneWaitsForTheFirst() {
        UUID first = start();

        as(tenant.key()).post("/v1/rekeyings").then().statusCode(409).body("code", equalTo("rekeying_runs"));

        await().until(() -> state(first).equals("done"));
        UUID second = start();
        await().until(() -> state(second).equals("done"));
        as(tenant.key()).get("/v1/rekeyings").then().body("items[0].id", equalTo(second.toString()));
    }

    private UUID start() {
        return UUID.fromString(as(tenant.key())
                .post("/v1/rekeyings")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private String state(UUID rekeying) {
        return as(tenant.key()).get("/v1/rekeyings/{id}", rekeying).path("state");
    }

    private double score() {
        Response answer = identify(ALICE + "/3.jpg");
        answer.then().statusCode(200).body("outcome", equalTo("identified")).body("subject", equalTo("alice"));
        return answer.jsonPath().getDouble("candidates[0].score");
    }

    private Response identify(String picture) {
        return as(tenant.key())
                .contentType("image/jpeg")
                .body(synthetic(picture))
                .post("/v1/galleries/staff/identify");
    }

    private byte[] picture() {
        return as(tenant.key())
                .get("/v1/galleries/staff/subjects/alice/faces/{face}/image", face)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private String templates() {
        return Database.text("SELECT string_agg(embedding::text, '|' ORDER BY id) FROM template WHERE tenant_id = '%s'"
                .formatted(tenant.id()));
    }

    private long secrets(String purpose) {
        return Database.query(
                "SELECT count(*) FROM tenant_secret WHERE tenant_id = ? AND purpose = ?", tenant.id(), purpose);
    }
}
