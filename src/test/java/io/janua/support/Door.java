package io.janua.support;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An access point in the words of the tests.
 *
 * @param gallery whose people may pass
 */
public record Door(String name, String gallery) {

    /** A gallery and a point of its own, which nobody may pass yet. */
    public static Door create(Map<String, Object> settings) {
        return in(newGallery(), Map.of("settings", settings));
    }

    /** @param more further fields of the point, for example its zones */
    public static Door in(String gallery, Map<String, Object> more) {
        String name = "door-" + UUID.randomUUID();
        var wanted = new HashMap<String, Object>(Map.of("name", name, "gallery", gallery, "kind", "door"));
        wanted.putAll(more);
        asAdmin()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/v1/access/points")
                .then()
                .statusCode(201);
        return new Door(name, gallery);
    }

    /** Everybody of the gallery may pass, always. */
    public static Door open(Map<String, Object> settings) {
        return create(settings).permit(Map.of("everyone", true));
    }

    /** @param rule fields besides name, gallery and points */
    public Door permit(Map<String, Object> rule) {
        var wanted = new HashMap<String, Object>(
                Map.of("name", "rule-" + UUID.randomUUID(), "gallery", gallery, "points", List.of(name)));
        wanted.putAll(rule);
        asAdmin()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/v1/access/rules")
                .then()
                .statusCode(201);
        return this;
    }

    public Response decide(byte[] picture) {
        return decide(asAdmin(), picture);
    }

    public Response decide(RequestSpecification caller, byte[] picture) {
        return caller.contentType("image/jpeg").body(picture).post("/v1/access/points/{p}/decisions", name);
    }

    public ValidatableResponse decided(byte[] picture) {
        return decide(picture).then().statusCode(200);
    }

    /** As a device that may ask and see nothing else. */
    public Response decideAsDevice(byte[] picture) {
        String key = Api.newKey(List.of("access.decide"), null);
        return decide(as(key), picture);
    }

    public Response follow(String decision, boolean taken) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("taken", taken))
                .post("/v1/access/points/{p}/decisions/{id}/outcome", name, decision);
    }

    public ValidatableResponse explain(Map<String, Object> wanted) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/v1/access/points/{p}/explanations", name)
                .then()
                .statusCode(200);
    }

    public void mode(String mode) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("mode", mode, "reason", "a test"))
                .post("/v1/access/points/{p}/mode", name)
                .then()
                .statusCode(200);
    }

    /** Rows that decisions left at this point. */
    public long decisions() {
        return Database.query(
                "SELECT count(*) FROM access_decision d JOIN access_point p ON p.id = d.point_id WHERE p.name = ?",
                name);
    }
}
