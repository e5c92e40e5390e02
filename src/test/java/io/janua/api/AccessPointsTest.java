package io.janua.api;

import static io.janua.support.AccessApi.newPoint;
import static io.janua.support.AccessApi.newRule;
import static io.janua.support.AccessApi.patch;
import static io.janua.support.AccessApi.post;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.janua.support.Api;
import io.janua.support.AuditTrail;
import io.janua.support.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doors, turnstiles and kiosks, and how they are locked and released. */
@QuarkusTest
class AccessPointsTest {

    @Test
    void aPointHasDefaultsAndChangesByMergePatch() {
        String gallery = newGallery();
        String name = "main-" + UUID.randomUUID();
        post("/v1/access/points", Map.of("name", name, "gallery", gallery, "kind", "turnstile", "zoneTo", "office"))
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/access/points/" + name));
        asAdmin()
                .get("/v1/access/points/{p}", name)
                .then()
                .statusCode(200)
                .body("gallery", equalTo(gallery))
                .body("kind", equalTo("turnstile"))
                .body("$", not(hasKey("zoneFrom")))
                .body("zoneTo", equalTo("office"))
                .body("enabled", equalTo(true))
                .body("mode", equalTo("normal"))
                .body("settings.debounceSeconds", equalTo(4))
                .body("settings.liveness", equalTo("gallery"))
                .body("settings.factors", equalTo("face"))
                .body("settings.antiPassback", equalTo("off"))
                .body("settings.twoPersons", equalTo(false))
                .body("settings.onFailure", equalTo("deny"))
                .body("settings.wiegand", equalTo("off"))
                .body("settings", not(hasKey("fmr")));

        patch(
                        "/v1/access/points/" + name,
                        "{\"description\": \"By Ada's desk\", \"zoneFrom\": \"lobby\", \"enabled\": false,"
                                + " \"settings\": {\"antiPassback\": \"hard\", \"fmr\": 1e-6, \"debounceSeconds\": 0}}")
                .then()
                .statusCode(200)
                .body("settings.antiPassback", equalTo("hard"))
                .body("settings.fmr", equalTo(1e-6f))
                .body("settings.openSeconds", equalTo(3));
        patch("/v1/access/points/" + name, "{\"zoneFrom\": null, \"settings\": {\"fmr\": null}}")
                .then()
                .statusCode(200)
                .body("$", not(hasKey("zoneFrom")))
                .body("enabled", equalTo(false))
                .body("settings.antiPassback", equalTo("hard"))
                .body("settings", not(hasKey("fmr")));

        assertThat(told(gallery, "access.configure"))
                .filteredOn(entry -> entry.get("outcome").equals("changed"))
                .extracting(entry -> entry.get("facts"))
                .asString()
                .contains("antiPassback=off -> hard", "enabled=true -> false", "description=changed", "name=" + name)
                .doesNotContain("Ada", "openSeconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | 'Main Entrance' | 400 | validation_failed | name",
                "name | -entrance | 400 | validation_failed | name",
                "kind | null | 400 | validation_failed | kind",
                "kind | 'gate' | 400 | body_invalid | kind",
                "zoneTo | 'A B' | 400 | validation_failed | zoneTo",
                "gallery | nowhere-at-all | 404 | gallery_not_found | gallery",
                "colour | red | 400 | field_unknown | colour",
                "settings | {\"debounceSeconds\": 61} | 400 | validation_failed | settings.debounceSeconds",
                "settings | {\"antiPassbackMinutes\": 0} | 400 | validation_failed | settings.antiPassbackMinutes",
                "settings | {\"twoPersonSeconds\": 4} | 400 | validation_failed | settings.twoPersonSeconds",
                "settings | {\"commandSeconds\": 0} | 400 | validation_failed | settings.commandSeconds",
                "settings | {\"openSeconds\": 121} | 400 | validation_failed | settings.openSeconds",
                "settings | {\"fmr\": 0.6} | 400 | validation_failed | settings.fmr",
                "settings | {\"factors\": \"retina\"} | 400 | body_invalid | settings.factors",
            })
    void whatAPointCannotBeIsRefused(String field, String value, int status, String code, String offending) {
        var body = new HashMap<String, Object>(
                Map.of("name", "p-" + UUID.randomUUID(), "gallery", newGallery(), "kind", "door"));
        String json = value.startsWith("{") ? value : value.equals("null") ? "null" : '"' + value.strip() + '"';
        body.remove(field);
        String members = body.entrySet().stream()
                .map(member -> "\"%s\": \"%s\", ".formatted(member.getKey(), member.getValue()))
                .reduce("", String::concat);

        post("/v1/access/points", "{%s\"%s\": %s}".formatted(members, field, json))
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("field", equalTo(offending))
                .body("remedy", not(equalTo("")));
    }

    @Test
    void aPointLeadsFromOneZoneIntoAnother() {
        String point = newPoint(newGallery());

        patch("/v1/access/points/" + point, Map.of("zoneFrom", "office", "zoneTo", "office"))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_point_conflict"))
                .body("field", equalTo("zoneTo"));
        patch("/v1/access/points/" + point, Map.of("kind", "kiosk")).then().statusCode(200);
    }

    @Test
    void aNameIsTakenOnce() {
        String gallery = newGallery();
        String point = newPoint(gallery);

        post("/v1/access/points", Map.of("name", point, "gallery", gallery, "kind", "door"))
                .then()
                .statusCode(409)
                .body("code", equalTo("access_point_exists"));
    }

    @Test
    void pointsAreListedByGalleryAndPaged() {
        String gallery = newGallery();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(newPoint(gallery));
        }
        newPoint(newGallery());

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = asAdmin()
                    .queryParams("gallery", gallery, "limit", 2, "cursor", cursor)
                    .get("/v1/access/points")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.name"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(made.stream().sorted().toList());

        asAdmin()
                .queryParam("gallery", "nowhere-at-all")
                .get("/v1/access/points")
                .then()
                .statusCode(404)
                .body("code", equalTo("gallery_not_found"));
    }

    @Test
    void aKeyThatIsLimitedToGalleriesSeesNoPointOfOthers() {
        String own = newGallery();
        String point = newPoint(own);
        String foreign = newPoint(newGallery());
        String key = newKey(List.of("access.read", "access.write", "access.operate"), List.of(own));

        as(key).get("/v1/access/points").then().statusCode(200).body("items.name", contains(point));
        as(key).get("/v1/access/points/{p}", point).then().statusCode(200);
        for (var refused : List.of(
                as(key).get("/v1/access/points/{p}", foreign),
                as(key).delete("/v1/access/points/{p}", foreign),
                as(key).contentType("application/json").body("{}").patch("/v1/access/points/{p}", foreign),
                post(key, "/v1/access/points/" + foreign + "/mode", Map.of("mode", "normal")))) {
            refused.then().statusCode(404).body("code", equalTo("access_point_not_found"));
        }
        post(key, "/v1/access/mode", Map.of("mode", "lockdown", "reason", "Drill", "points", List.of(foreign)))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_reference_unknown"))
                .body("names", contains(foreign));
        post(key, "/v1/access/mode", Map.of("mode", "lockdown", "reason", "Drill"))
                .then()
                .statusCode(200)
                .body("points.name", contains(point));
        asAdmin().get("/v1/access/points/{p}", foreign).then().body("mode", equalTo("normal"));
    }

    @Test
    void operationsAreNeeded() {
        String point = newPoint(newGallery());
        String reader = newKey(List.of("access.read"), null);
        String device = newKey(List.of("access.decide"), null);

        as(reader).get("/v1/access/points/{p}", point).then().statusCode(200);
        as(device).get("/v1/access/points/{p}", point).then().statusCode(403);
        as(reader).delete("/v1/access/points/{p}", point).then().statusCode(403);
        post(reader, "/v1/access/mode", Map.of("mode", "released", "reason", "Fire"))
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
    }

    @Test
    void aPointIsLockedDownReleasedAndAsUsualAgain() {
        String gallery = newGallery();
        String point = newPoint(gallery);

        mode(point, Map.of("mode", "lockdown")).then().statusCode(400).body("field", equalTo("reason"));
        mode(point, Map.of("mode", "released", "reason", " ")).then().statusCode(400);
        mode(point, Map.of("mode", "ajar", "reason", "?"))
                .then()
                .statusCode(400)
                .body("code", equalTo("body_invalid"));
        mode(point, Map.of("reason", "?")).then().statusCode(400).body("field", equalTo("mode"));
        mode(point, Map.of("mode", "lockdown", "reason", "Intruder"))
                .then()
                .statusCode(200)
                .body("mode", equalTo("lockdown"))
                .body("modeReason", equalTo("Intruder"))
                .body("modeBy", startsWith("api-key:"));
        asAdmin().get("/v1/access/points/{p}", point).then().body("mode", equalTo("lockdown"));
        mode(point, Map.of("mode", "normal"))
                .then()
                .statusCode(200)
                .body("mode", equalTo("normal"))
                .body("$", not(hasKey("modeReason")));

        assertThat(told(gallery, "access.mode"))
                .extracting(entry -> entry.get("facts"))
                .asString()
                .contains("mode=normal", "mode=lockdown, reason=Intruder", "point=" + point);
    }

    @Test
    void aWholeZoneIsReleased() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        for (var each : Map.of("in", "office", "out", "", "vault", "safe").entrySet()) {
            var point = new HashMap<String, Object>(Map.of("name", each.getKey(), "gallery", "staff", "kind", "door"));
            if (!each.getValue().isEmpty()) {
                point.put("zoneTo", each.getValue());
            }
            if (each.getKey().equals("out")) {
                point.put("zoneFrom", "office");
            }
            post(tenant.key(), "/v1/access/points", point).then().statusCode(201);
        }

        post(tenant.key(), "/v1/access/mode", Map.of("mode", "released", "reason", "Fire", "zone", "office"))
                .then()
                .statusCode(200)
                .body("points.name", contains("in", "out"))
                .body("points.mode", everyItem(equalTo("released")));
        post(tenant.key(), "/v1/access/mode", Map.of("mode", "released", "reason", "Fire", "zone", "cellar"))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_reference_unknown"))
                .body("field", equalTo("zone"));
        post(tenant.key(), "/v1/access/mode", Map.of("mode", "normal", "zone", "office", "points", List.of("vault")))
                .then()
                .statusCode(400)
                .body("field", equalTo("zone"));
        post(tenant.key(), "/v1/access/mode", Map.of("mode", "lockdown", "reason", "Drill", "points", List.of("vault")))
                .then()
                .statusCode(200)
                .body("points.name", contains("vault"));
        post(tenant.key(), "/v1/access/mode", Map.of("mode", "normal"))
                .then()
                .statusCode(200)
                .body("points.name", containsInAnyOrder("in", "out", "vault"))
                .body("points.mode", everyItem(equalTo("normal")));
        assertThat(AuditTrail.entries(tenant.key(), Map.of("action", "access.mode")))
                .hasSize(6);
    }

    @Test
    void aDeletedPointGoesOutOfItsRules() {
        String gallery = newGallery();
        String first = newPoint(gallery);
        String second = newPoint(gallery);
        String rule = newRule(gallery, List.of(first, second), Map.of("everyone", true));

        asAdmin().delete("/v1/access/points/{p}", first).then().statusCode(204);
        asAdmin().get("/v1/access/rules/{r}", rule).then().body("points", contains(second));
        asAdmin().delete("/v1/access/points/{p}", second).then().statusCode(204);
        asAdmin().get("/v1/access/rules/{r}", rule).then().body("points", hasSize(0));
        asAdmin()
                .delete("/v1/access/points/{p}", second)
                .then()
                .statusCode(404)
                .body("code", equalTo("access_point_not_found"));
    }

    @Test
    void whatIsNoPatchIsRefused() {
        String point = newPoint(newGallery());

        patch("/v1/access/points/" + point, "[]").then().statusCode(400).body("code", equalTo("body_invalid"));
        patch("/v1/access/points/" + point, "{\"gallery\": \"other\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("field_unknown"));
        patch("/v1/access/points/" + point, "{\"settings\": {\"openSeconds\": 0}}")
                .then()
                .statusCode(400)
                .body("field", equalTo("settings.openSeconds"));
        patch("/v1/access/points/" + point, "{\"kind\": null}")
                .then()
                .statusCode(400)
                .body("field", equalTo("kind"));
    }

    private static Response mode(String point, Object body) {
        return post("/v1/access/points/" + point + "/mode", body);
    }

    private static List<Map<String, Object>> told(String gallery, String action) {
        return AuditTrail.entries(Api.FIRST_KEY, Map.of("gallery", gallery, "action", action));
    }
}
