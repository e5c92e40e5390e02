package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.security.CredentialsRefused;
import io.janua.security.RequestRefused;
import io.janua.support.RefusalsSeen;
import io.janua.support.Tenants;
import io.janua.support.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who comes too often waits, and nobody else does. BucketsTest has the time that brings requests back. */
@QuarkusTest
class RateLimitTest {

    @Inject
    RefusalsSeen seen;

    @Test
    void everyAnswerTellsWhatIsLeft() {
        TestKey key = TestKey.limited(5, "models.read");
        for (int left = 4; left >= 0; left--) {
            as(key.secret())
                    .get("/v1/models")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Limit", "5")
                    .header("RateLimit-Remaining", String.valueOf(left))
                    .header("RateLimit-Reset", notNullValue());
        }
        Response refused = limited(as(key.secret()).get("/v1/models"));

        refused.then().header("RateLimit-Limit", "5").header("RateLimit-Remaining", "0");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 12);
        assertThat(Integer.parseInt(refused.header("RateLimit-Reset"))).isBetween(48, 60);
    }

    @Test
    void otherKeysOfTheTenantGoOn() {
        TestKey one = TestKey.limited(1, "models.read");
        TestKey other = TestKey.limited(1, "models.read");
        as(one.secret()).get("/v1/models").then().statusCode(200);

        limited(as(one.secret()).get("/v1/models"));
        as(other.secret()).get("/v1/models").then().statusCode(200);
        asAdmin().get("/v1/models").then().statusCode(200);
    }

    @Test
    void bothSecretsOfARotatedKeyShareItsLimit() {
        TestKey old = TestKey.limited(2, "models.read");
        TestKey rotated = old.rotated("PT1H");
        as(old.secret()).get("/v1/models").then().statusCode(200);
        as(rotated.secret()).get("/v1/models").then().statusCode(200);

        limited(as(old.secret()).get("/v1/models"));
        limited(as(rotated.secret()).get("/v1/models"));
    }

    @Test
    void aTenantsLimitHoldsForAllItsKeysTogether() {
        var tenant = Tenants.newTenant();
        TestKey one = TestKey.make(tenant.key(), Map.of(), "models.read");
        TestKey other = TestKey.make(tenant.key(), Map.of(), "models.read");
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("requestsPerMinute", 3))
                .patch("/v1/tenants/{id}", tenant.id())
                .then()
                .statusCode(200);
        as(one.secret()).get("/v1/models").then().statusCode(200).header("RateLimit-Limit", "3");
        as(other.secret()).get("/v1/models").then().statusCode(200);
        as(one.secret()).get("/v1/models").then().statusCode(200);

        limited(as(one.secret()).get("/v1/models"));
        limited(as(other.secret()).get("/v1/models"));
        asAdmin().get("/v1/models").then().statusCode(200);
    }

    @Test
    void refusesBeforeABodyIsLookedAt() {
        TestKey key = TestKey.limited(1, "detect");
        as(key.secret())
                .contentType("image/jpeg")
                .body(new byte[1000])
                .post("/v1/detect")
                .then()
                .statusCode(415)
                .header("RateLimit-Remaining", "0");

        limited(as(key.secret()).contentType("image/jpeg").body(new byte[1000]).post("/v1/detect"));
        limited(as(key.secret()).contentType(ContentType.JSON).body("{broken").post("/v1/detect"));
    }

    @Test
    void forbiddenRequestsCountToo() {
        TestKey key = TestKey.limited(2, "models.read");
        for (String left : new String[] {"1", "0"}) {
            as(key.secret())
                    .get("/v1/api-keys")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("operation_not_permitted"))
                    .header("RateLimit-Remaining", left);
        }

        limited(as(key.secret()).get("/v1/api-keys"));
        limited(as(key.secret()).get("/v1/models"));
        assertThat(seen.ofRequests(key.id()))
                .extracting(RequestRefused::code)
                .containsExactly("operation_not_permitted", "operation_not_permitted", "rate_limited", "rate_limited");
    }

    @Test
    void refusalsOfAKnownCallerAreToldWithoutIds() {
        TestKey key = TestKey.permitting("subjects.read", "verify");
        String gallery = newGallery();
        as(key.secret())
                .get("/v1/galleries/{g}/subjects/{s}", gallery, "nobody")
                .then()
                .statusCode(404);
        as(key.secret()).get("/v1/no/such/route").then().statusCode(404);

        assertThat(seen.ofRequests(key.id()))
                .containsExactly(new RequestRefused(
                        "default",
                        "api-key:" + key.id(),
                        "test",
                        "subject_not_found",
                        "GET",
                        "/v1/galleries/{gallery}/subjects/{subject}"));
    }

    @Test
    void aDecisionThatIsToldIsNotToldAgain() {
        TestKey key = TestKey.permitting("verify");
        String gallery = newGallery();
        as(key.secret())
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/1.jpg"))
                .queryParam("subject", "nobody")
                .post("/v1/galleries/{g}/verify", gallery)
                .then()
                .statusCode(404);

        assertThat(seen.ofRequests(key.id())).isEmpty();
    }

    @Test
    void aRevokedKeyIsToldByName() {
        TestKey key = TestKey.permitting("models.read");
        asAdmin().delete("/v1/api-keys/{id}", key.id()).then().statusCode(200);
        as(key.secret()).get("/v1/models").then().statusCode(401);

        assertThat(seen.ofCredentials(key.id()))
                .containsExactly(
                        new CredentialsRefused("default", "api-key:" + key.id(), "api_key_revoked", "127.0.0.1"));
    }

    private static Response limited(Response answer) {
        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("rate_limited"))
                .body("remedy", notNullValue())
                .header("Retry-After", notNullValue());
        return answer;
    }
}
