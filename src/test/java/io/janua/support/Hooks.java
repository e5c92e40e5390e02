package io.janua.support;

import static io.janua.support.Api.as;
import static org.awaitility.Awaitility.await;

import io.janua.support.Tenants.TestTenant;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Hooks in the words of the tests. */
public final class Hooks {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Hooks() {}

    /** @param secret with which receivers check */
    public record TestHook(String key, String name, String secret) {

        public Response get() {
            return as(key).get("/v1/hooks/{h}", name);
        }

        public Response patch(Map<String, Object> changes) {
            return as(key).contentType(ContentType.JSON).body(changes).patch("/v1/hooks/{h}", name);
        }

        public void delete() {
            as(key).delete("/v1/hooks/{h}", name).then().statusCode(204);
        }

        /** Newest first. */
        public List<Map<String, Object>> deliveries(String state) {
            return as(key).queryParam("limit", 500)
                    .queryParam("state", state)
                    .get("/v1/hooks/{h}/deliveries", name)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
        }

        public JsonPath delivery(String id) {
            return as(key).get("/v1/hooks/{h}/deliveries/{d}", name, id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        public List<Map<String, Object>> awaitDeliveries(String state, int atLeast) {
            await().atMost(Duration.ofSeconds(60)).until(() -> deliveries(state).size() >= atLeast);
            return deliveries(state);
        }

        /** What waits becomes due, as if time had passed. */
        public void hurry() {
            due("0 s");
        }

        /** What waits becomes due when {@link #hurry} is called, however busy the machine is. */
        public void delay() {
            due("1 hour");
        }

        private void due(String interval) {
            Database.execute("""
                    UPDATE hook_delivery SET next_attempt_at = now() + CAST(? AS interval)
                    WHERE next_attempt_at IS NOT NULL AND hook_id = (SELECT id FROM hook WHERE name = ?)""", interval, name);
            Database.execute("""
                    UPDATE hook_progress SET touched = true
                    WHERE hook_id = (SELECT id FROM hook WHERE name = ?)""", name);
        }
    }

    public static TestHook webhook(String key, TestReceiver receiver) {
        return webhook(key, receiver, Map.of());
    }

    public static TestHook webhook(String key, TestReceiver receiver, Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.put("target", Map.of("type", "webhook", "url", receiver.url("/in")));
        return created(key, wanted);
    }

    /** An access point of the gallery 'staff', for hooks that must name theirs. */
    public static void point(TestTenant tenant, String name) {
        Database.execute("""
                INSERT INTO gallery (id, tenant_id, name, model, policy, created_at)
                VALUES (gen_random_uuid(), ?, 'staff', 'm', '{}', now())""", tenant.id());
        Database.execute("""
                INSERT INTO access_point (id, tenant_id, name, gallery_id, kind, enabled, settings, mode, mode_since, created_at)
                SELECT gen_random_uuid(), tenant_id, ?, id, 'DOOR', true, '{}', 'NORMAL', now(), now()
                FROM gallery WHERE tenant_id = ?""", name, tenant.id());
    }

    /** A device at the point 'north' that opens by one request. */
    public static TestHook relay(TestTenant tenant, Map<String, Object> target) {
        point(tenant, "north");
        return created(tenant.key(), Map.of("points", List.of("north"), "target", target));
    }

    public static TestHook created(String key, Map<String, Object> wanted) {
        Map<String, Object> named = new HashMap<>(wanted);
        named.putIfAbsent("name", "hook-" + NUMBER.incrementAndGet());
        Response created = create(key, named);
        created.then().statusCode(201);
        return new TestHook(key, created.path("name"), created.path("secret"));
    }

    public static Response create(String key, Map<String, Object> wanted) {
        return as(key).contentType(ContentType.JSON).body(wanted).post("/v1/hooks");
    }
}
