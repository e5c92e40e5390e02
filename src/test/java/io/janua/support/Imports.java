package io.janua.support;

import static io.janua.support.Api.as;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Bulk imports through the API. */
public final class Imports {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    private Imports() {}

    public static Response send(String key, String gallery, byte[] archive) {
        return send(as(key), gallery, archive);
    }

    public static Response send(RequestSpecification request, String gallery, byte[] archive) {
        return request.contentType("application/zip").body(archive).post("/v1/galleries/{g}/imports", gallery);
    }

    /** @return its id */
    public static String started(String key, String gallery, byte[] archive) {
        return send(key, gallery, archive).then().statusCode(202).extract().path("id");
    }

    public static Response get(String key, String id) {
        return as(key).get("/v1/imports/{id}", id);
    }

    /** The import when it has ended. */
    public static Map<String, Object> ended(String key, String id) {
        // No state at all is told where the database has just come back.
        await().atMost(LONG_ENOUGH)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get(key, id).<String>path("state"),
                        state -> state != null
                                && !List.of("receiving", "running").contains(state));
        return get(key, id).path("");
    }

    public static List<Map<String, Object>> items(String key, String id) {
        return as(key).queryParam("limit", 500)
                .get("/v1/imports/{id}/items", id)
                .path("items");
    }
}
