package io.janua.api;

import static io.janua.support.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.audit.Auditor;
import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reaches past the service into the database cannot alter the log unnoticed. */
@QuarkusTest
class AuditTamperingTest {

    private static final int SUBJECTS = 6;
    private static final long TAMPERED = 3;
    private static final long ANOTHER = 5;

    /** Out of the way of every place that is taken. */
    private static final long FAR = 1_000_000;

    private TestTenant tenant;

    @BeforeEach
    void aLogWithItsPlaces() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        for (int subject = 0; subject < SUBJECTS; subject++) {
            as(tenant.key())
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .put("/v1/galleries/staff/subjects/{s}", "s" + subject)
                    .then()
                    .statusCode(201);
        }
        AuditTrail.awaitPlaces(tenant.id());
    }

    @Test
    void anUntouchedLogIsIntact() {
        assertIntact();
    }

    @Test
    void anEntryIsProvenToBeInTheSignedTree() throws Exception {
        String id = idAt(TAMPERED);
        Response entry = as(tenant.key()).get("/v1/audit/entries/{id}", id);
        long index = entry.<Integer>path("index");
        List<String> path = entry.path("proof.path");
        String[] checkpoint = entry.<String>path("proof.checkpoint").split("\n");
        assertThat(entry.<String>path("proof.leaf")).contains(id);

        // RFC 9162, section 2.1.3.2, written without the service's own code.
        byte[] root = sha256(new byte[] {0}, entry.<String>path("proof.leaf").getBytes(StandardCharsets.UTF_8));
        long node = index;
        long last = Long.parseLong(checkpoint[1]) - 1;
        for (String step : path) {
            byte[] other = Base64.getDecoder().decode(step);
            if (node % 2 == 1 || node == last) {
                root = sha256(new byte[] {1}, other, root);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                root = sha256(new byte[] {1}, root, other);
            }
            node /= 2;
            last /= 2;
        }

        assertThat(last).isZero();
        assertThat(Base64.getEncoder().encodeToString(root)).isEqualTo(checkpoint[2]);
    }

    @Test
    void aChangedEntryIsNamed() {
        String id = idAt(TAMPERED);
        change("UPDATE audit_entry SET content = replace(content, '\"done\"', '\"gone\"') WHERE id = '%s'"
                .formatted(id));

        assertFound("Entry %d (%s) was changed.".formatted(TAMPERED, id));

        change("UPDATE audit_entry SET content = replace(content, '\"gone\"', '\"done\"') WHERE id = '%s'"
                .formatted(id));
        assertIntact();
    }

    @Test
    void aDeletedEntryIsNamed() {
        String row = rowAt(TAMPERED);
        change("DELETE FROM audit_entry WHERE id = '%s'".formatted(idAt(TAMPERED)));

        assertFound("Entry %d is missing.".formatted(TAMPERED));

        Database.execute(
                "INSERT INTO audit_entry SELECT * FROM jsonb_populate_record(NULL::audit_entry, ?::jsonb)", row);
        assertIntact();
    }

    @Test
    void entriesInEachOthersPlaceAreNamed() {
        swap(TAMPERED, ANOTHER);

        assertFound(
                "Entry %d (%s) stands out of order".formatted(ANOTHER, idAt(TAMPERED)),
                "Entry %d (%s) stands out of order".formatted(TAMPERED, idAt(ANOTHER)));

        swap(TAMPERED, ANOTHER);
        assertIntact();
    }

    @Test
    void anInsertedEntryIsNamed() {
        String id =
                "018f0000-0000-7000-8000-" + tenant.id().substring(tenant.id().length() - 12);
        shift(1);
        change(forged(id, TAMPERED));

        assertFound("(%s), before entry %d, is no entry of the signed log: it was inserted.".formatted(id, TAMPERED));

        change("DELETE FROM audit_entry WHERE id = '%s'".formatted(id));
        shift(-1);
        assertIntact();
    }

    /** An export ends with the signed tree, so only the service itself can see what stands behind it. */
    @Test
    void aChangedSearchColumnIsNamed() {
        String id = Database.text(
                "SELECT id FROM audit_entry WHERE tenant_id = '%s' AND leaf_index = 3".formatted(tenant.id()));
        change("UPDATE audit_entry SET actor = 'somebody else' WHERE id = '%s'".formatted(id));

        Response verified = as(tenant.key()).post("/v1/audit/verify");
        assertThat(verified.<Boolean>path("intact")).isFalse();
        assertThat(verified.<List<String>>path("findings")).singleElement().satisfies(finding -> assertThat(finding)
                .contains(id, "'actor'"));

        change("UPDATE audit_entry SET actor = content::json ->> 'actor' WHERE id = '%s'".formatted(id));
        assertIntact();
    }

    @Test
    void anEntryBeyondTheTreeIsNamed() {
        String id = idOfForged();
        long size = Database.query("SELECT size FROM audit_tree WHERE tenant_id = ?", tenant.id());
        change(forged(id, size));

        Response verified = as(tenant.key()).post("/v1/audit/verify");
        assertThat(verified.<Boolean>path("intact")).isFalse();
        assertThat(verified.<List<String>>path("findings"))
                .anySatisfy(finding -> assertThat(finding).contains(id));
        // It is answered as it was forged, which no description covers.
        assertThat(given().header("X-API-Key", tenant.key())
                        .get("/v1/audit/entries/{id}", id)
                        .statusCode())
                .isLessThan(500);

        change("DELETE FROM audit_entry WHERE id = '%s'".formatted(id));
        assertIntact();
    }

    @Test
    void aForgedCheckpointVouchesForNothing() {
        long size = Database.query("SELECT max(size) FROM audit_checkpoint WHERE tenant_id = ?", tenant.id());
        String where = " WHERE tenant_id = '%s' AND size = %d".formatted(tenant.id(), size);
        String note = Database.text("SELECT note FROM audit_checkpoint" + where);
        String root = note.split("\n")[2];
        change("UPDATE audit_checkpoint SET note = replace(note, '%s', '%s')%s"
                .formatted(root, Base64.getEncoder().encodeToString(new byte[32]), where));

        assertFound("The checkpoint was changed");

        Database.execute("UPDATE audit_checkpoint SET note = ?" + where, note);
        assertIntact();
    }

    private void assertIntact() {
        AuditTrail.awaitPlaces(tenant.id());
        Response verified = as(tenant.key()).post("/v1/audit/verify");
        assertThat(verified.<Boolean>path("intact")).as(verified.asString()).isTrue();
        assertThat(verified.<Integer>path("size")).isGreaterThan(SUBJECTS);
        assertThat(findings()).isEmpty();
    }

    /** By the service itself, and by whoever has an export of it. */
    private void assertFound(String... messages) {
        Response verified = as(tenant.key()).post("/v1/audit/verify");
        assertThat(verified.<Boolean>path("intact")).isFalse();
        List<String> bySelf = verified.path("findings");
        List<String> byAuditor = findings();
        for (String message : messages) {
            assertThat(bySelf).anySatisfy(finding -> assertThat(finding).contains(message));
            assertThat(byAuditor).anySatisfy(finding -> assertThat(finding).contains(message));
        }
    }

    private List<String> findings() {
        return Auditor.findings(AuditTrail.export(tenant.key()), AuditTrail.publicKey(tenant.key()));
    }

    private void swap(long one, long other) {
        place(one, FAR);
        place(other, one);
        place(FAR, other);
    }

    private void place(long from, long to) {
        change("UPDATE audit_entry SET leaf_index = %d WHERE tenant_id = '%s' AND leaf_index = %d"
                .formatted(to, tenant.id(), from));
    }

    /** Moves the entries from the tampered place on by so many places, in two steps because no two may share one. */
    private void shift(int places) {
        change("UPDATE audit_entry SET leaf_index = leaf_index + %d WHERE tenant_id = '%s' AND leaf_index >= %d"
                .formatted(FAR, tenant.id(), TAMPERED));
        change("UPDATE audit_entry SET leaf_index = leaf_index - %d WHERE tenant_id = '%s' AND leaf_index >= %d"
                .formatted(FAR - places, tenant.id(), FAR));
    }

    /** Another one in each test: it is the key of the whole table. */
    private String idOfForged() {
        return "018f0000-0000-7000-8000-" + tenant.id().substring(tenant.id().length() - 12);
    }

    private String forged(String id, long place) {
        return """
                INSERT INTO audit_entry (id, tenant_id, recorded_at, actor, action, outcome, content, leaf_index)
                VALUES ('%1$s', '%2$s', now(), 'user:1', 'verify', 'match', '{"type":"entry","id":"%1$s"}', %3$d)""".formatted(id, tenant.id(), place);
    }

    /** As the owner of the tables, whom neither row security nor grants concern. */
    private static void change(String sql) {
        Database.execute(sql);
    }

    private String idAt(long place) {
        return Database.text("SELECT id::text FROM audit_entry WHERE tenant_id = '%s' AND leaf_index = %d"
                .formatted(tenant.id(), place));
    }

    private String rowAt(long place) {
        return Database.text("SELECT to_jsonb(e) FROM audit_entry e WHERE tenant_id = '%s' AND leaf_index = %d"
                .formatted(tenant.id(), place));
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }
}
