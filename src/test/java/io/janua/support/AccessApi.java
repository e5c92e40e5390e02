package io.janua.support;

import static io.janua.support.Api.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What access control is told, in the words of the tests. */
public final class AccessApi {

    private AccessApi() {}

    public static Response post(String path, Object body) {
        return post(Api.FIRST_KEY, path, body);
    }

    public static Response post(String key, String path, Object body) {
        return as(key).contentType(ContentType.JSON).body(body).post(path);
    }

    public static Response put(String key, String path, Object body) {
        return as(key).contentType(ContentType.JSON).body(body).put(path);
    }

    public static Response patch(String path, Object body) {
        return as(Api.FIRST_KEY)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path);
    }

    /** A door of the gallery under a name of its own. */
    public static String newPoint(String gallery) {
        return created("/v1/access/points", "point", Map.of("gallery", gallery, "kind", "door"));
    }

    public static String newGroup(String gallery) {
        return created("/v1/access/groups", "group", Map.of("gallery", gallery));
    }

    /** Office hours of Berlin. */
    public static String newSchedule() {
        return created(
                "/v1/access/schedules",
                "schedule",
                Map.of(
                        "timeZone",
                        "Europe/Berlin",
                        "weekly",
                        List.of(Map.of("days", List.of("monday", "tuesday"), "from", "08:00", "until", "18:00"))));
    }

    /** @param more fields besides name, gallery and points */
    public static String newRule(String gallery, List<String> points, Map<String, Object> more) {
        var wanted = new HashMap<>(more);
        wanted.put("gallery", gallery);
        wanted.put("points", points);
        return created("/v1/access/rules", "rule", wanted);
    }

    public static void member(String group, String subject) {
        put(Api.FIRST_KEY, "/v1/access/groups/%s/members/%s".formatted(group, subject), Map.of())
                .then()
                .statusCode(201);
    }

    private static String created(String path, String kind, Map<String, Object> wanted) {
        var body = new HashMap<>(wanted);
        body.put("name", kind + "-" + UUID.randomUUID());
        return post(path, body).then().statusCode(201).extract().path("name");
    }
}
