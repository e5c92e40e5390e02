package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Hooks.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.janua.support.Database;
import io.janua.support.Hooks;
import io.janua.support.Hooks.TestHook;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestReceiver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HooksTest {

    private static final Map<String, Object> WEBHOOK = Map.of("type", "webhook", "url", "https://localhost/in");
    private static final Map<String, Object> RELAY = Map.of(
            "type",
            "http",
            "method",
            "POST",
            "url",
            "http://localhost/open",
            "headers",
            Map.of("Authorization", "Bearer s3cret"));

    private TestTenant tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = Tenants.newTenant();
    }

    @Test
    void aHookIsCreatedShownChangedAndDeleted() {
        String secret = create(tenant.key(), Map.of("name", "north", "target", WEBHOOK))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/hooks/north"))
                .body("enabled", equalTo(true))
                .body("target.type", equalTo("webhook"))
                .body("secrets", hasSize(1))
                .body("secret", startsWith("whsec_"))
                .extract()
                .path("secret");
        as(tenant.key())
                .get("/v1/hooks/north")
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("secrets[0].kind", equalTo("hmac"));
        assertThat(Database.text("SELECT string_agg(h::text, '') FROM hook_secret h"))
                .doesNotContain(secret.substring(6));
        as(tenant.key())
                .contentType("application/json")
                .body(Map.of("name", "south", "events", List.of("access.granted"), "enabled", false))
                .patch("/v1/hooks/north")
                .then()
                .statusCode(200)
                .body("name", equalTo("south"))
                .body("events", equalTo(List.of("access.granted")));
        as(tenant.key()).get("/v1/hooks/north").then().statusCode(404).body("code", equalTo("hook_not_found"));
        as(tenant.key()).get("/v1/hooks").then().body("items.name", equalTo(List.of("south")));
        as(tenant.key()).delete("/v1/hooks/south").then().statusCode(204);
        as(tenant.key()).get("/v1/hooks").then().body("items", hasSize(0));
        as(tenant.key())
                .queryParam("action", "hook.configure")
                .get("/v1/audit/entries")
                .then()
                .body("items.entry.outcome", equalTo(List.of("deleted", "changed", "created")));
    }

    @Test
    void passwordsAreTakenKeptAndNeverShown() {
        TestHook hook = Hooks.relay(tenant, RELAY);

        assertThat(hook.get().asString()).doesNotContain("s3cret", "Authorization");
        assertThat(hook.patch(Map.of("description", "the relay")).asString()).doesNotContain("s3cret");
        assertThat(Database.text("SELECT string_agg(h::text, '') FROM hook h")).doesNotContain("s3cret");
        assertThat(Database.query("SELECT count(*) FROM hook WHERE sealed IS NOT NULL AND name = ?", hook.name()))
                .isEqualTo(1);
        hook.patch(Map.of("target", Map.of("method", "PUT")))
                .then()
                .statusCode(200)
                .body("target.method", equalTo("PUT"));
        assertThat(Database.query("SELECT count(*) FROM hook WHERE sealed IS NOT NULL AND name = ?", hook.name()))
                .isEqualTo(1);
    }

    @Test
    void aPasswordIsNotCarriedToAnotherAddress() {
        TestHook hook = Hooks.relay(tenant, RELAY);

        hook.patch(Map.of("target", Map.of("url", "http://localhost:99/open")))
                .then()
                .statusCode(400)
                .body("field", equalTo("target.headers"));
        hook.patch(Map.of("target", Map.of("url", "http://localhost:99/open", "headers", Map.of("X-Other", "1"))))
                .then()
                .statusCode(400)
                .body("field", equalTo("target.headers"));
        Map<String, Object> withoutHeaders = new HashMap<>(Map.of("url", "http://localhost:99/open"));
        withoutHeaders.put("headers", null);
        hook.patch(Map.of("target", withoutHeaders)).then().statusCode(200);
        assertThat(Database.query("SELECT count(*) FROM hook WHERE sealed IS NOT NULL AND name = ?", hook.name()))
                .isZero();
    }

    @Test
    void aRelayNamesItsDoors() {
        create(tenant.key(), Map.of("name", "relay", "target", RELAY))
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo("points"));
    }

    @Test
    void anotherKindOfTargetReplacesTheFormerOne() {
        TestHook hook = Hooks.relay(tenant, RELAY);

        hook.patch(Map.of("target", WEBHOOK))
                .then()
                .statusCode(200)
                .body("target.method", nullValue())
                .body("secrets[0].publicKey", startsWith("whpk_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://192.168.1.20/",
                "http://169.254.169.254/latest",
                "http://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/"
            })
    void privateAddressesAreRefused(String url) {
        create(tenant.key(), Map.of("name", "private", "target", Map.of("type", "webhook", "url", url)))
                .then()
                .statusCode(422)
                .body("code", equalTo("hook_address_private"))
                .body("field", equalTo("target.url"));
        as(tenant.key()).get("/v1/hooks").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a/", "https://user:secret@localhost/", "https://", "here"})
    void whatIsNoAddressIsRefused(String url) {
        create(tenant.key(), Map.of("name", "nowhere", "target", Map.of("type", "webhook", "url", url)))
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"));
    }

    @Test
    void whatIsUnknownIsNamed() {
        create(tenant.key(), Map.of("name", "a", "target", WEBHOOK, "events", List.of("door.open", "access.granted")))
                .then()
                .statusCode(400)
                .body("field", equalTo("events"))
                .body("detail", containsString("door.open"));
        create(tenant.key(), Map.of("name", "a", "target", WEBHOOK, "points", List.of("nowhere")))
                .then()
                .statusCode(400)
                .body("field", equalTo("points"))
                .body("detail", containsString("nowhere"));
        create(tenant.key(), Map.of("name", "A b", "target", WEBHOOK)).then().statusCode(400);
        create(tenant.key(), Map.of("name", "a")).then().statusCode(400);
        create(tenant.key(), Map.of("name", "a", "target", Map.of("type", "pigeon")))
                .then()
                .statusCode(400);
    }

    @Test
    void aNameIsTakenOnce() {
        create(tenant.key(), Map.of("name", "north", "target", WEBHOOK)).then().statusCode(201);
        create(tenant.key(), Map.of("name", "north", "target", WEBHOOK))
                .then()
                .statusCode(409)
                .body("code", equalTo("hook_exists"));
    }

    @Test
    void nobodyIsToldByAHookWhatTheyCouldNotLookUp() {
        String limited = key(Map.of("name", "integrator", "operations", List.of("hooks")));

        create(limited, Map.of("name", "a", "target", WEBHOOK, "include", List.of("name", "score")))
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"))
                .body("field", equalTo("include"));
        create(tenant.key(), Map.of("name", "full", "target", WEBHOOK, "include", List.of("name")))
                .then()
                .statusCode(201);
        as(limited)
                .contentType("application/json")
                .body(Map.of("target", Map.of("url", "https://localhost/elsewhere")))
                .patch("/v1/hooks/full")
                .then()
                .statusCode(403);
        create(limited, Map.of("name", "thin", "target", WEBHOOK)).then().statusCode(201);
    }

    @Test
    void whoIsLimitedToGalleriesHasHooksOfTheseOnly() {
        String limited =
                key(Map.of("name", "integrator", "operations", List.of("hooks"), "galleries", List.of("staff")));
        create(tenant.key(), Map.of("name", "all", "target", WEBHOOK)).then().statusCode(201);

        create(limited, Map.of("name", "own", "target", WEBHOOK))
                .then()
                .statusCode(201)
                .body("galleries", equalTo(List.of("staff")));

        as(limited).get("/v1/hooks").then().body("items.name", equalTo(List.of("own")));
        as(limited).get("/v1/hooks/all").then().statusCode(404);
        as(limited).delete("/v1/hooks/all").then().statusCode(404);
        as(tenant.key()).get("/v1/hooks").then().body("items.name", hasItem("own"));
    }

    @Test
    void thereAreNotMoreThanAHundred() {
        for (int i = 0; i < 100; i++) {
            create(tenant.key(), Map.of("name", "h-" + i, "target", WEBHOOK))
                    .then()
                    .statusCode(201);
        }
        create(tenant.key(), Map.of("name", "one-more", "target", WEBHOOK))
                .then()
                .statusCode(409)
                .body("code", equalTo("hooks_full"));
    }

    @Test
    void aTestSaysWhatCameOfIt() {
        try (var receiver = TestReceiver.plain().then(TestReceiver.answering(500))) {
            TestHook hook = Hooks.webhook(tenant.key(), receiver, Map.of("enabled", false));

            as(tenant.key())
                    .post("/v1/hooks/{h}/tests", hook.name())
                    .then()
                    .statusCode(200)
                    .body("type", equalTo("hook.test"))
                    .body("state", equalTo("failed"))
                    .body("answer.status", equalTo(500));
            String id = as(tenant.key())
                    .post("/v1/hooks/{h}/tests", hook.name())
                    .then()
                    .body("state", equalTo("delivered"))
                    .body("request.headers", not(nullValue()))
                    .extract()
                    .path("id");
            assertThat(receiver.received()).hasSize(2);
            assertThat(hook.delivery(id).getString("state")).isEqualTo("delivered");
        }
    }

    @Test
    void onlyWebhooksAreSigned() {
        TestHook hook = Hooks.relay(tenant, RELAY);

        assertThat(hook.secret()).isNull();
        as(tenant.key())
                .contentType("application/json")
                .body(Map.of("kind", "hmac"))
                .post("/v1/hooks/{h}/secrets", hook.name())
                .then()
                .statusCode(409)
                .body("code", equalTo("hook_unsigned"));
    }

    private String key(Map<String, Object> wanted) {
        return as(tenant.key())
                .contentType("application/json")
                .body(wanted)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }
}
