package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done and the entry that says so: neither lasts without the other. */
@QuarkusTest
class AuditAtomicityTest {

    private static final String SUBJECT = "/v1/galleries/staff/subjects/alice";

    private TestTenant tenant;

    @BeforeEach
    void aGallery() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
    }

    @Test
    void whatCannotBeCommittedLeavesNoEntry() {
        String requestId = "r-" + UUID.randomUUID();
        // Deferred: it strikes at the commit, when the entry is written already.
        failing(
                "subject",
                "DEFERRABLE INITIALLY DEFERRED",
                "NEW.tenant_id = '%s'".formatted(tenant.id()),
                () -> assertThat(put(requestId).statusCode()).isGreaterThanOrEqualTo(500));

        assertThat(AuditTrail.of(tenant.key(), requestId)).isEmpty();
        as(tenant.key()).get(SUBJECT).then().statusCode(404);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        failing("audit_entry", "", "NEW.tenant_id = '%s'".formatted(tenant.id()), () -> {
            assertThat(put("r-1").statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(as(tenant.key())
                            .contentType("image/jpeg")
                            .body(synthetic(ALICE + "/1.jpg"))
                            .post("/v1/galleries/staff/identify")
                            .statusCode())
                    .isGreaterThanOrEqualTo(500);
        });

        as(tenant.key()).get(SUBJECT).then().statusCode(404);
    }

    private Response put(String requestId) {
        return as(tenant.key())
                .header("X-Request-Id", requestId)
                .contentType(ContentType.JSON)
                .body("{}")
                .put(SUBJECT);
    }

    /** Lets the database refuse certain new rows while something is tried. */
    private static void failing(String table, String when, String condition, Runnable attempt) {
        String name = "fail_" + UUID.randomUUID().toString().replace('-', '_');
        Database.execute("CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS".formatted(name)
                + " $$ BEGIN RAISE EXCEPTION 'a test refuses the row'; END $$");
        Database.execute("CREATE %s TRIGGER %s AFTER INSERT ON %s %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION %s()"
                .formatted(when.isEmpty() ? "" : "CONSTRAINT", name, table, when, condition, name));
        try {
            attempt.run();
        } finally {
            Database.execute("DROP FUNCTION %s() CASCADE".formatted(name));
        }
    }
}
