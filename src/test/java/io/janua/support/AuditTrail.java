package io.janua.support;

import static io.janua.support.Api.as;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A tenant's audit log in the words of the tests. */
public final class AuditTrail {

    private static final Duration PLACED_WITHIN = Duration.ofSeconds(60);

    private AuditTrail() {}

    /**
     * Every entry that the key may see, newest first.
     *
     * @param filter query parameters
     */
    public static List<Map<String, Object>> entries(String key, Map<String, Object> filter) {
        List<Map<String, Object>> entries = new ArrayList<>();
        String cursor = null;
        do {
            var parameters = new HashMap<>(filter);
            parameters.putIfAbsent("limit", 100);
            if (cursor != null) {
                parameters.put("cursor", cursor);
            }
            Response page = as(key).queryParams(parameters).get("/v1/audit/entries");
            page.then().statusCode(200);
            entries.addAll(page.<List<Map<String, Object>>>path("items.entry"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return entries;
    }

    /** What one request left in the log. */
    public static List<Map<String, Object>> of(String key, String requestId) {
        return entries(key, Map.of()).stream()
                .filter(entry -> requestId.equals(entry.get("requestId")))
                .toList();
    }

    /** Returns when every entry of the tenant has its place in the tree. */
    public static void awaitPlaces(String tenant) {
        await(() ->
                Database.query("SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND leaf_index IS NULL", tenant)
                        == 0);
    }

    public static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PLACED_WITHIN);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("it did not come about within " + PLACED_WITHIN);
            }
            pause();
        }
    }

    /** Of the whole log, as an auditor gets it. */
    public static byte[] export(String key) {
        return as(key).get("/v1/audit/export").then().statusCode(200).extract().asByteArray();
    }

    /** The log's public key as PEM. */
    public static String publicKey(String key) {
        return as(key).get("/v1/audit/keys").then().statusCode(200).extract().path("[0].pem");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
