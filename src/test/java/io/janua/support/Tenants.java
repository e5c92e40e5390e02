package io.janua.support;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.TestPictures.synthetic;

import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;

/** Tenants beside the platform's own, as an operator makes them. */
public final class Tenants {

    private Tenants() {}

    /**
     * @param key of its first administrator
     */
    public record TestTenant(String id, String key) {}

    public static TestTenant newTenant() {
        String id = "t-" + UUID.randomUUID();
        String key = asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "name", "Another organisation"))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("firstKey.secret");
        return new TestTenant(id, key);
    }

    public static void newGallery(TestTenant tenant, String name) {
        as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "policy", Map.of("consent", "optional", "imageRetention", "crop")))
                .post("/v1/galleries")
                .then()
                .statusCode(201);
    }

    /** @return the id of the face */
    public static String enrolled(TestTenant tenant, String gallery, String subject, String picture) {
        as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Name of " + subject))
                .put("/v1/galleries/{g}/subjects/{s}", gallery, subject)
                .then()
                .statusCode(201);
        return as(tenant.key())
                .contentType("image/jpeg")
                .body(synthetic(picture))
                .post("/v1/galleries/{g}/subjects/{s}/faces", gallery, subject)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
