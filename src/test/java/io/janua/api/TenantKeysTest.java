package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The platform gives a tenant a key, and nobody gets more by it than they had. */
@QuarkusTest
class TenantKeysTest {

    @Test
    void anAdministratorWhoHasLostTheKeyGetsAnother() {
        var tenant = Tenants.newTenant();
        Response made = replacement(FIRST_KEY, tenant.id());

        made.then()
                .statusCode(200)
                .body("name", equalTo("Replacement key"))
                .body("expiresAt", nullValue())
                .body("secret", notNullValue());
        as(made.path("secret")).get("/v1/galleries").then().statusCode(200);
    }

    @Test
    void thePlatformsOwnKeysAreMadeElsewhere() {
        refused(replacement(FIRST_KEY, "default"), 403, "operation_not_permitted");
        refused(replacement(TestKey.permitting("tenants").secret(), "default"), 403, "operation_not_permitted");
    }

    @Test
    void aKeyThatEndsMakesNoneThatLasts() {
        var tenant = Tenants.newTenant();
        Instant end = Instant.now().plus(Duration.ofHours(1));
        TestKey ending = TestKey.make(FIRST_KEY, Map.of("expiresAt", end.toString()), "tenants");

        refused(replacement(ending.secret(), tenant.id()), 400, "validation_failed");
        String id = "t-" + UUID.randomUUID();
        refused(
                as(ending.secret())
                        .contentType(ContentType.JSON)
                        .body(Map.of("id", id, "name", "Left without a key"))
                        .post("/v1/tenants"),
                400,
                "validation_failed");
        asAdmin().get("/v1/tenants/{id}", id).then().statusCode(404);
    }

    @Test
    void aKeyThatIsLimitedToGalleriesMakesNoneWithoutLimits() {
        var tenant = Tenants.newTenant();
        TestKey limited = TestKey.permitting("tenants");
        // As it may be left from before such keys were refused.
        Database.execute("UPDATE api_key SET galleries = '{staff}' WHERE id = ?", UUID.fromString(limited.id()));

        refused(replacement(limited.secret(), tenant.id()), 403, "gallery_not_permitted");
    }

    @Test
    void bothLogsTellOfIt() {
        var tenant = Tenants.newTenant();
        String request = UUID.randomUUID().toString();
        Response made = as(FIRST_KEY)
                .header("X-Request-Id", request)
                .post("/v1/tenants/{t}/api-keys", tenant.id())
                .then()
                .statusCode(200)
                .extract()
                .response();

        assertThat(AuditTrail.of(FIRST_KEY, request)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("action", "api-key.create")
                .containsEntry("subject", made.path("id"))
                .containsEntry("facts", Map.of("name", "Replacement key", "tenant", tenant.id())));
        assertThat(AuditTrail.of(tenant.key(), request)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("action", "api-key.create")
                .containsEntry("subject", made.path("id")));
    }

    private static Response replacement(String key, String tenant) {
        return as(key).post("/v1/tenants/{t}/api-keys", tenant);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code)).body("remedy", notNullValue());
    }
}
