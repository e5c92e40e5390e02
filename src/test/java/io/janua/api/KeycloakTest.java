package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Keycloak.bearing;
import static io.janua.support.Keycloak.machineToken;
import static io.janua.support.Keycloak.newAccount;
import static io.janua.support.Keycloak.signIn;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.Database;
import io.janua.support.Keycloak;
import io.janua.support.TestKeycloak;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People sign in with Keycloak, and may do what their roles permit, in their own tenant. */
@QuarkusTest
@QuarkusTestResource(TestKeycloak.class)
class KeycloakTest {

    private static final byte[] FACE = synthetic(ALICE + "/1.jpg");

    /** One request for each kind of permission, and who may make it. */
    private record Permitted(String what, Set<String> roles, Function<RequestSpecification, Response> request) {}

    @ParameterizedTest
    @ValueSource(strings = {"admin", "enroller", "operator", "auditor", "device"})
    void aRolePermitsWhatItIsFor_andNothingElse(String role) {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        String token = signIn(newAccount("default", role)).access();

        for (Permitted permitted : requests(gallery)) {
            Response answer = permitted.request().apply(bearing(token));
            if (permitted.roles().contains(role)) {
                assertThat(answer.statusCode()).as(permitted.what()).isBetween(200, 299);
            } else {
                assertThat(answer.statusCode()).as(permitted.what()).isEqualTo(403);
                answer.then().body("code", equalTo("operation_not_permitted"));
            }
        }
    }

    private static List<Permitted> requests(String gallery) {
        String subjects = "/v1/galleries/%s/subjects".formatted(gallery);
        return List.of(
                new Permitted(
                        "galleries.read",
                        Set.of("admin", "enroller", "operator", "auditor", "device"),
                        caller -> caller.get("/v1/galleries")),
                new Permitted("galleries.write", Set.of("admin"), caller -> caller.contentType(ContentType.JSON)
                        .body(Map.of("name", "g-" + UUID.randomUUID()))
                        .post("/v1/galleries")),
                new Permitted(
                        "models.read", Set.of("admin", "enroller", "operator"), caller -> caller.get("/v1/models")),
                new Permitted(
                        "system.read", Set.of("admin", "operator", "auditor"), caller -> caller.get("/v1/system")),
                new Permitted("api-keys", Set.of("admin"), caller -> caller.get("/v1/api-keys")),
                new Permitted(
                        "subjects.read",
                        Set.of("admin", "enroller", "operator", "auditor"),
                        caller -> caller.get(subjects)),
                new Permitted(
                        "subjects.write", Set.of("admin", "enroller"), caller -> caller.contentType(ContentType.JSON)
                                .body(Map.of("name", "Alice"))
                                .put(subjects + "/alice")),
                new Permitted("enroll", Set.of("admin", "enroller"), caller -> caller.contentType("image/jpeg")
                        .body(FACE)
                        .post(subjects + "/alice/faces")),
                new Permitted(
                        "detect",
                        Set.of("admin", "enroller", "operator"),
                        caller -> caller.contentType("image/jpeg").body(FACE).post("/v1/detect")),
                new Permitted(
                        "identify", Set.of("admin", "operator", "device"), caller -> caller.contentType("image/jpeg")
                                .body(FACE)
                                .post("/v1/galleries/{g}/identify", gallery)));
    }

    @Test
    void aMachineWithAnAccountOfItsOwnNeedsNoPerson() {
        String token = machineToken("default", "device");

        bearing(token).get("/v1/galleries").then().statusCode(200);
        bearing(token).get("/v1/api-keys").then().statusCode(403).body("code", equalTo("operation_not_permitted"));
    }

    @Test
    void somebodyWithoutARoleMayDoNothing() {
        bearing(signIn(newAccount("default")).access())
                .get("/v1/galleries")
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
    }

    @Test
    void anAdministratorHandsOutKeysThatOutliveTheToken() {
        String token = signIn(newAccount("default", "admin")).access();

        bearing(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "made by a person", "operations", List.of("models.read")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("secret", notNullValue());
    }

    @Test
    void thePeopleOfAnotherTenantSeeNothingOfThisOne() {
        String gallery = newGallery();
        String tenant = "t-" + UUID.randomUUID();
        Database.execute("INSERT INTO tenant (id, name) VALUES (?, 'Another')", tenant);
        String token = signIn(newAccount(tenant, "admin")).access();

        bearing(token).get("/v1/galleries/{g}", gallery).then().statusCode(404);
        bearing(token)
                .queryParam("limit", 500)
                .get("/v1/galleries")
                .then()
                .statusCode(200)
                .body("items.name", not(hasItem(gallery)));
    }

    @Test
    void withoutATenantOfThisServiceNobodyComesIn() {
        refused(signIn(newAccount(null, "admin")).access(), 403, "token_without_tenant");
        refused(signIn(newAccount("no-such-tenant", "admin")).access(), 403, "token_without_tenant");
        refused(machineToken("no-such-tenant", "admin"), 403, "token_without_tenant");
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        List<String> foreign = List.of("openid", "basic", "profile", "roles");

        refused(Keycloak.tokenOfNewClient(foreign, null, "default", "admin"), 401, "token_invalid");
        refused(Keycloak.tokenOfAnotherRealm(), 401, "token_invalid");
        refused(signIn(newAccount("default", "admin")).id(), 401, "token_invalid");
        refused(signIn(newAccount("default", "admin")).refresh(), 401, "token_invalid");
    }

    @Test
    void aKeyAndATokenTogetherAreAmbiguous() {
        bearing(signIn(newAccount("default", "admin")).access())
                .header("X-API-Key", FIRST_KEY)
                .get("/v1/galleries")
                .then()
                .statusCode(400)
                .body("code", equalTo("credentials_ambiguous"));
    }

    @Test
    void theScopeOfATokenPermitsNothing() {
        Keycloak.offerScope("tenants");
        List<String> scopes = List.of("janua", "openid", "basic", "profile", "roles", "tenants");
        String token = Keycloak.tokenOfNewClient(scopes, null, "default", "device");

        bearing(token).get("/v1/galleries").then().statusCode(200);
        refused(bearing(token).get("/v1/tenants"), 403, "operation_not_permitted");
    }

    @Test
    void aRequestWithoutCredentialsLearnsBothWays() {
        Response answer = given().get("/v1/galleries");

        answer.then().statusCode(401).body("code", equalTo("api_key_missing"));
        assertThat(answer.headers().getValues("WWW-Authenticate"))
                .containsExactlyInAnyOrder("Bearer", "ApiKey header=\"X-API-Key\"");
    }

    @Test
    void withoutTheIdentityProviderTokensWaitAndKeysWork() {
        String token = signIn(newAccount("default", "admin")).access();
        bearing(token).get("/v1/galleries").then().statusCode(200);
        TestKeycloak.proxy().cut();
        try {
            Response answer;
            do {
                answer = bearing(token).get("/v1/galleries");
            } while (answer.statusCode() == 200);
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("identity_provider_unavailable"));
            asAdmin().get("/v1/galleries").then().statusCode(200);
        } finally {
            TestKeycloak.proxy().restore();
        }
        bearing(token).get("/v1/galleries").then().statusCode(200);
    }

    @Test
    void theRealmAsksForWhatItPromises() {
        assertThat(Keycloak.authorize(Map.of()).header("Location")).contains("error=invalid_request");
        Keycloak.signInByPasswordOnly(newAccount("default", "admin"))
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
        Keycloak.settings()
                .then()
                .body("accessTokenLifespan", equalTo(300))
                .body("bruteForceProtected", equalTo(true))
                .body("passwordPolicy", containsString("length(12)"))
                .body("revokeRefreshToken", equalTo(true))
                .body("eventsEnabled", equalTo(true))
                .body("registrationAllowed", equalTo(false))
                .body("sslRequired", equalTo("external"));
    }

    @Test
    void aRefreshTokenIsGoodForOneUse() {
        var first = signIn(newAccount("default", "device"));
        var second = Keycloak.refresh(first);

        bearing(second.access()).get("/v1/galleries").then().statusCode(200);
        Keycloak.tryToRefresh(first).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void peopleNeitherSeeNorChangeTheirTenant() {
        Keycloak.userProfile()
                .then()
                .body("attributes.find { it.name == 'tenant' }.permissions.view", equalTo(List.of("admin")))
                .body("attributes.find { it.name == 'tenant' }.permissions.edit", equalTo(List.of("admin")))
                .body("attributes.name", hasItems("username", "tenant"));
    }

    private static void refused(String token, int status, String code) {
        refused(bearing(token).get("/v1/galleries"), status, code);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
