package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.janua.support.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a console learns first: where people sign in, and what the credentials are good for. */
@QuarkusTest
class CallersTest {

    @Test
    void whereToSignInIsKnownWithoutCredentials() {
        given().get("/v1/sign-in").then().statusCode(200).body("clientId", equalTo("janua-console"));
        // Nobody looks at them here, so wrong ones do no harm.
        as("janua_unknown").get("/v1/sign-in").then().statusCode(200);
    }

    @Test
    void aKeyLearnsWhatItPermits() {
        String gallery = newGallery();
        String key = newKey(List.of("verify", "identify"), List.of(gallery));

        as(key).get("/v1/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("default"))
                .body("actor", startsWith("api-key:"))
                .body("name", equalTo("test"))
                .body("operations", contains("identify", "verify"))
                .body("galleries", contains(gallery));
    }

    @Test
    void aKeyOfAnotherTenantLearnsItsOwnTenantOnly() {
        var tenant = Tenants.newTenant();

        as(tenant.key())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo(tenant.id()))
                .body("tenantName", equalTo("Another organisation"))
                .body("operations", hasItems("system.read", "enroll"))
                .body("operations", not(hasItems("tenants")))
                .body("galleries", nullValue());
    }

    @Test
    void withoutCredentialsThereIsNobodyToTellOf() {
        given().get("/v1/me").then().statusCode(401).body("code", equalTo("api_key_missing"));
    }

    @Test
    void browsersAreToldWhatPagesMayDo() {
        var answer = given().get("/v1/sign-in")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", startsWith("camera=(self)"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store")
                .extract();
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "worker-src 'self' blob:")
                .doesNotContain("unsafe");
        asAdmin().get("/v1/galleries/none").then().statusCode(404).header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void listsAreCompressedForWhomeverAsks() {
        asAdmin().get("/v1/models").then().header("Content-Encoding", "gzip");
    }
}
