package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.TestPictures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.janua.gallery.resident.GalleryKey;
import io.janua.gallery.resident.ResidentGalleries;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What GET /v1/system tells of the galleries in memory, and to whom. */
@QuarkusTest
class SearchStatusTest {

    /** As if somebody had searched a gallery of so many. */
    private static final long MANY = 1_000_000;

    @Inject
    ResidentGalleries resident;

    @Test
    void aGalleryInMemoryIsShownToItsOwnTenantAlone() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        Tenants.enrolled(tenant, "staff", "anna", ALICE + "/1.jpg");
        String model = inMemory(tenant, "staff");

        as(tenant.key())
                .get("/v1/system")
                .then()
                .body("search.galleries.name", contains("staff"))
                .body("search.galleries[0].model", equalTo(model))
                .body("search.galleries[0].templates", equalTo(1))
                .body("search.galleries[0].expected", equalTo(1))
                .body("search.galleries[0].bytes", greaterThan(0));
        as(Tenants.newTenant().key()).get("/v1/system").then().body("search.galleries", empty());
        asAdmin()
                .get("/v1/system")
                .then()
                .body("search.galleries.name", not(hasItem("staff")))
                .body("search.memoryUsed", greaterThan(0));
    }

    @Test
    void aKeyForSomeGalleriesSeesOnlyThose() {
        var tenant = Tenants.newTenant();
        for (String gallery : List.of("visitors", "staff")) {
            Tenants.newGallery(tenant, gallery);
            inMemory(tenant, gallery);
        }
        var limited = TestKey.make(tenant.key(), Map.of("galleries", List.of("visitors")), "system.read");

        as(tenant.key()).get("/v1/system").then().body("search.galleries.name", contains("staff", "visitors"));
        as(limited.secret()).get("/v1/system").then().body("search.galleries.name", contains("visitors"));
    }

    @Test
    void aDeletedGalleryIsNotShown() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        inMemory(tenant, "staff");

        as(tenant.key()).delete("/v1/galleries/staff").then().statusCode(204);

        as(tenant.key()).get("/v1/system").then().body("search.galleries", empty());
    }

    /** @return the model of its templates */
    private String inMemory(TestTenant tenant, String gallery) {
        String model = as(tenant.key())
                .get("/v1/galleries/{g}", gallery)
                .then()
                .statusCode(200)
                .extract()
                .path("model");
        var key = new GalleryKey(tenant.id(), id(tenant, gallery), model);
        resident.searched(key, MANY);
        await().untilAsserted(() -> assertThat(resident.ready(key)).isPresent());
        return model;
    }

    private static UUID id(TestTenant tenant, String gallery) {
        return UUID.fromString(Database.text(
                "SELECT id FROM gallery WHERE tenant_id = '%s' AND name = '%s'".formatted(tenant.id(), gallery)));
    }
}
