package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What belongs to another tenant is neither found, nor searched, nor changed. */
@QuarkusTest
class TenantIsolationTest {

    @Test
    void theGalleryOfAnotherTenantDoesNotExist() {
        String foreign = newGallery();
        enrolled(foreign, "alice", synthetic(ALICE + "/1.jpg"));
        giveAway(foreign);

        asAdmin().get("/v1/galleries/{g}", foreign).then().statusCode(404).body("code", equalTo("gallery_not_found"));
        asAdmin().queryParam("limit", 500).get("/v1/galleries").then().body("items.name", not(hasItem(foreign)));
        // It was this tenant's a moment ago, and may be remembered for a second.
        while (identify(foreign, synthetic(ALICE + "/1.jpg")).statusCode() != 404) {
            Thread.onSpinWait();
        }
        asAdmin().delete("/v1/galleries/{g}", foreign).then().statusCode(404);
        asAdmin().delete("/v1/galleries/{g}/subjects/alice", foreign).then().statusCode(404);
        assertThat(Database.query("SELECT count(*) FROM gallery WHERE name = ?", foreign))
                .isEqualTo(1);
        assertThat(Database.query(
                        "SELECT count(*) FROM template t JOIN gallery g ON g.id = t.gallery_id WHERE g.name = ?",
                        foreign))
                .isEqualTo(1);
    }

    @Test
    void aGalleryOfTheSameNameIsAnotherGallery() {
        String name = newGallery();
        enrolled(name, "alice", synthetic(ALICE + "/1.jpg"));
        giveAway(name);
        asAdmin()
                .contentType("application/json")
                .body("{\"name\": \"%s\"}".formatted(name))
                .post("/v1/galleries")
                .then()
                .statusCode(201);

        asAdmin().get("/v1/galleries/{g}/subjects", name).then().body("items", empty());
        identify(name, synthetic(ALICE + "/1.jpg"))
                .then()
                .body("outcome", equalTo("unknown"))
                .body("gallerySize", equalTo(0));
    }

    @Test
    void theKeysOfAnotherTenantAreNotListed() {
        String tenant = newTenant();
        String id = UUID.randomUUID().toString();
        Database.execute(
                "INSERT INTO api_key (id, tenant_id, name, prefix, secret_hash, operations, created_at)"
                        + " VALUES (CAST(? AS uuid), ?, 'foreign', 'janua_', decode(md5(random()::text), 'hex'), '{}', now())",
                id,
                tenant);

        asAdmin().queryParam("limit", 500).get("/v1/api-keys").then().body("items.id", not(hasItem(id)));
        asAdmin().get("/v1/api-keys/{id}", id).then().statusCode(404);
        asAdmin().delete("/v1/api-keys/{id}", id).then().statusCode(404);
        assertThat(Database.query("SELECT count(*) FROM api_key WHERE name = 'foreign' AND revoked_at IS NULL"))
                .isEqualTo(1);
    }

    /** Moves a gallery with everything in it to a tenant of its own, as if it had always been there. */
    private static void giveAway(String gallery) {
        String tenant = newTenant();
        Database.execute("""
                DO $$
                DECLARE g uuid := (SELECT id FROM gallery WHERE name = '%1$s');
                BEGIN
                    CREATE TEMP TABLE s ON COMMIT DROP AS SELECT * FROM subject WHERE gallery_id = g;
                    CREATE TEMP TABLE m ON COMMIT DROP AS SELECT * FROM sample WHERE gallery_id = g;
                    CREATE TEMP TABLE t ON COMMIT DROP AS SELECT * FROM template WHERE gallery_id = g;
                    DELETE FROM subject WHERE gallery_id = g;
                    UPDATE gallery SET tenant_id = '%2$s' WHERE id = g;
                    UPDATE s SET tenant_id = '%2$s';
                    UPDATE m SET tenant_id = '%2$s';
                    UPDATE t SET tenant_id = '%2$s';
                    INSERT INTO subject SELECT * FROM s;
                    INSERT INTO sample SELECT * FROM m;
                    INSERT INTO template SELECT * FROM t;
                END $$""".formatted(gallery, tenant));
    }

    private static String newTenant() {
        String tenant = "t-" + UUID.randomUUID();
        Database.execute("INSERT INTO tenant (id, name) VALUES (?, 'Another')", tenant);
        return tenant;
    }
}
