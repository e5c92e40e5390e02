package io.janua.support;

import static io.janua.support.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An API key with its id. */
public record TestKey(String id, String secret) {

    public static TestKey permitting(String... operations) {
        return make(Api.FIRST_KEY, Map.of(), operations);
    }

    public static TestKey limited(int requestsPerMinute, String... operations) {
        return make(Api.FIRST_KEY, Map.of("requestsPerMinute", requestsPerMinute), operations);
    }

    /**
     * @param maker the key that makes it
     * @param more fields of the new key
     */
    public static TestKey make(String maker, Map<String, Object> more, String... operations) {
        Map<String, Object> wanted = new HashMap<>(more);
        wanted.putIfAbsent("name", "test");
        wanted.put("operations", List.of(operations));
        return of(as(maker).contentType(ContentType.JSON).body(wanted).post("/v1/api-keys"), 201);
    }

    /** The key with its new secret. */
    public TestKey rotated(String overlap) {
        return of(
                Api.asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("overlap", overlap))
                        .post("/v1/api-keys/{id}/rotations", id),
                200);
    }

    private static TestKey of(Response answer, int status) {
        var body = answer.then().statusCode(status).extract();
        return new TestKey(body.path("id"), body.path("secret"));
    }
}
