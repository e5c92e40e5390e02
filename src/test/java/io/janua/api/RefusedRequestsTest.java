package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.http.Cursor;
import io.janua.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the wrong thing, by the wrong caller, or with wrong values. */
@QuarkusTest
class RefusedRequestsTest {

    private static final byte[] FACE = synthetic(ALICE + "/1.jpg");

    @Test
    void unknownGalleriesAndSubjects() {
        String gallery = newGallery();
        refused(identify("no-such-gallery", FACE), 404, "gallery_not_found");
        refused(verify("no-such-gallery", "alice", FACE), 404, "gallery_not_found");
        refused(enroll("no-such-gallery", "alice", FACE), 404, "gallery_not_found");
        refused(putSubject("no-such-gallery", "alice", "Alice"), 404, "gallery_not_found");
        refused(verify(gallery, "nobody", FACE), 404, "subject_not_found");
        refused(enroll(gallery, "nobody", FACE), 404, "subject_not_found");
        refused(asAdmin().get("/v1/galleries/{g}/subjects/nobody/faces", gallery), 404, "subject_not_found");
        putSubject(gallery, "alice", "Alice");
        refused(verify(gallery, "alice", FACE), 409, "subject_not_enrolled");
        refused(
                asAdmin().get("/v1/galleries/{g}/subjects/alice/faces/{f}", gallery, UUID.randomUUID()),
                404,
                "face_not_found");
        refused(asAdmin().get("/v1/models/none"), 404, "model_not_found");
        refused(asAdmin().get("/v1/api-keys/{id}", UUID.randomUUID()), 404, "api_key_not_found");
        refused(asAdmin().get("/v1/nothing-here"), 404, "route_not_found");
        refused(asAdmin().put("/v1/detect"), 405, "method_not_allowed");
    }

    @Test
    void duplicateIds() {
        String gallery = newGallery();
        refused(postGallery(Map.of("name", gallery)), 409, "gallery_exists");
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        refused(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .header("If-None-Match", "*")
                        .body(Map.of("name", "Another Alice"))
                        .put("/v1/galleries/{g}/subjects/alice", gallery),
                412,
                "subject_exists");
        asAdmin().get("/v1/galleries/{g}/subjects/alice", gallery).then().body("name", equalTo("Alice"));
        putSubject(gallery, "alice", "Renamed").then().statusCode(200).body("name", equalTo("Renamed"));
    }

    @Test
    void otherModels() {
        refused(postGallery(Map.of("name", "g-other", "model", "another-model")), 422, "model_unavailable");
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");
        Database.execute("UPDATE gallery SET model = 'another-model' WHERE name = ?", gallery);

        // Another service changed it, so this one may remember the old one for a second.
        await(() -> enroll(gallery, "alice", FACE).statusCode() == 409);
        refused(enroll(gallery, "alice", FACE), 409, "model_mismatch");
        refused(identify(gallery, FACE), 409, "model_mismatch");
        refused(verify(gallery, "alice", FACE), 409, "model_mismatch");
    }

    @Test
    void faceOfAnotherSubject() {
        String strict = newGallery(Map.of("duplicates", "refuse"));
        enrolled(strict, "alice", FACE);
        putSubject(strict, "alicia", "Alicia");
        long before = Database.rows();
        enroll(strict, "alicia", synthetic(ALICE + "/3.jpg"))
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate_face"))
                .body("duplicates.subject", contains("alice"));
        assertThat(Database.rows()).isEqualTo(before);
        enroll(strict, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(201);

        String warning = newGallery();
        enrolled(warning, "alice", FACE);
        putSubject(warning, "alicia", "Alicia");
        enroll(warning, "alicia", synthetic(ALICE + "/3.jpg"))
                .then()
                .statusCode(201)
                .body("duplicates.subject", contains("alice"));
        putSubject(warning, "bob", "Bob");
        enroll(warning, "bob", synthetic(BOB + "/3.jpg")).then().statusCode(201).body("duplicates", empty());
    }

    @Test
    void aSuspendedPersonDoesNotComeBackUnderAnotherId() {
        String gallery = newGallery(Map.of("duplicates", "refuse"));
        enrolled(gallery, "alice", FACE);
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("status", "suspended"))
                .patch("/v1/galleries/{g}/subjects/alice", gallery)
                .then()
                .statusCode(200);
        putSubject(gallery, "alicia", "Alicia");

        refused(enroll(gallery, "alicia", synthetic(ALICE + "/3.jpg")), 409, "duplicate_face");
    }

    @Test
    void whatCannotBeStored() {
        String gallery = newGallery();
        refused(putSubject(gallery, "zero", "zero \u0000 character"), 400, "validation_failed");
        refused(
                asAdmin().queryParam("query", "\u0000").get("/v1/galleries/{g}/subjects", gallery),
                400,
                "validation_failed");
        refused(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("attributes", Map.of("text", "x".repeat(16_001))))
                        .put("/v1/galleries/{g}/subjects/large", gallery),
                400,
                "validation_failed");
        refused(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("attributes", Map.of("text", "x".repeat(300_000))))
                        .put("/v1/galleries/{g}/subjects/huge", gallery),
                413,
                "body_too_large");
    }

    @Test
    void keysThatAreNoneOrNoLongerGood() {
        refused(given().contentType("image/jpeg").body(FACE).post("/v1/detect"), 401, "api_key_missing");
        refused(as("janua_unknown").get("/v1/models"), 401, "api_key_unknown");
        refused(as("x".repeat(10_000)).get("/v1/models"), 401, "api_key_unknown");

        String key = newKey(List.of("models.read"), null);
        as(key).get("/v1/models").then().statusCode(200);
        String id = asAdmin()
                .queryParam("limit", 500)
                .get("/v1/api-keys")
                .then()
                .extract()
                .path("items.find { it.prefix == '%s' }.id".formatted(key.substring(0, 12)));
        asAdmin().delete("/v1/api-keys/{id}", id).then().statusCode(200).body("revokedAt", notNullValue());
        refused(as(key).get("/v1/models"), 401, "api_key_revoked");

        String expiring = newKey(List.of("models.read"), null);
        Database.execute(
                "UPDATE api_key SET expires_at = now() - interval '1 second' WHERE prefix = ?",
                expiring.substring(0, 12));
        refused(as(expiring).get("/v1/models"), 401, "api_key_expired");
    }

    @Test
    void keysWithoutThePermission() {
        String mine = newGallery();
        String other = newGallery();
        String key = newKey(List.of("identify", "galleries.read", "galleries.write"), List.of(mine));

        as(key).contentType("image/jpeg")
                .body(FACE)
                .post("/v1/galleries/{g}/identify", mine)
                .then()
                .statusCode(200);
        refused(
                as(key).contentType("image/jpeg").body(FACE).post("/v1/galleries/{g}/identify", other),
                403,
                "gallery_not_permitted");
        refused(as(key).get("/v1/galleries/{g}", "does-not-exist"), 403, "gallery_not_permitted");
        refused(as(key).delete("/v1/galleries/{g}", other), 403, "gallery_not_permitted");
        refused(
                as(key).contentType(ContentType.JSON)
                        .body(Map.of("name", "g-new"))
                        .post("/v1/galleries"),
                403,
                "gallery_not_permitted");
        as(key).get("/v1/galleries").then().statusCode(200).body("items.name", contains(mine));
        refused(
                as(key).contentType("image/jpeg").body(FACE).post("/v1/galleries/{g}/verify?subject=a", mine),
                403,
                "operation_not_permitted");
        refused(as(key).get("/v1/api-keys"), 403, "operation_not_permitted");
    }

    /** What ./janua fuzz found: it was called a fault of ours. */
    @Test
    void whatBeginsAsOtherUnicodeAndIsNone() {
        byte[] none = {0, 0, 0, 0x7b, 0x22, 0x64, 0x67, 0x61};
        refused(asAdmin().contentType(ContentType.JSON).body(none).post("/v1/galleries"), 400, "body_invalid");
        refused(asAdmin().contentType(ContentType.JSON).body(none).post("/v1/detect"), 400, "body_invalid");
    }

    @Test
    void aKeyCannotBeMadeForWhatDoesNotExist() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "k", "operations", List.of("fly")))
                .post("/v1/api-keys")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo("operations"))
                .body("detail", containsString("fly"));
    }

    @Test
    void aKeyHandsOutNoMoreThanItHas() {
        String manager = newKey(List.of("api-keys", "detect"), null);
        refused(
                as(manager)
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "k", "operations", List.of("detect", "identify")))
                        .post("/v1/api-keys"),
                403,
                "operation_not_permitted");
        as(manager)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "k", "operations", List.of("detect")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-keys", "keys.rotate", "tenants"})
    void whatReachesBeyondGalleriesIsNotLimitedToSome(String operation) {
        refusedField(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "k", "operations", List.of(operation), "galleries", List.of("g")))
                        .post("/v1/api-keys"),
                "galleries");
    }

    @Test
    void theLastKeyThatManagesKeysStays() {
        Database.execute("UPDATE api_key SET revoked_at = now() WHERE name <> 'First key' AND revoked_at IS NULL"
                + " AND 'api-keys' = ANY (operations)");
        String first = asAdmin()
                .queryParam("limit", 500)
                .get("/v1/api-keys")
                .then()
                .extract()
                .path("items.find { it.name == 'First key' }.id");

        refused(asAdmin().delete("/v1/api-keys/{id}", first), 409, "api_key_is_last");
    }

    @Test
    void secretsAreShownOnceAndNeverStored() {
        String key = newKey(List.of("detect"), null);

        asAdmin().queryParam("limit", 500).get("/v1/api-keys").then().body("items.secret", not(hasItem(key)));
        assertThat(Database.query("SELECT count(*) FROM api_key WHERE api_key::text LIKE ?", "%" + key + "%"))
                .isZero();
    }

    @Test
    void cursorsOfAnotherList() {
        String one = newGallery();
        String other = newGallery();
        for (String subject : List.of("a", "b", "c")) {
            putSubject(one, subject, subject);
            putSubject(other, subject, subject);
        }
        String cursor = asAdmin()
                .queryParam("limit", 1)
                .get("/v1/galleries/{g}/subjects", one)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("nextCursor");
        asAdmin()
                .queryParam("cursor", cursor)
                .get("/v1/galleries/{g}/subjects", one)
                .then()
                .statusCode(200)
                .body("items.id", contains("b", "c"));
        refused(asAdmin().queryParam("cursor", cursor).get("/v1/galleries/{g}/subjects", other), 400, "cursor_invalid");
        refused(
                asAdmin().queryParam("cursor", cursor).queryParam("query", "a").get("/v1/galleries/{g}/subjects", one),
                400,
                "cursor_invalid");
        refused(
                asAdmin()
                        .queryParam("cursor", Cursor.after("api-keys", "no id"))
                        .get("/v1/api-keys"),
                400,
                "cursor_invalid");
        refused(asAdmin().queryParam("cursor", "rubbish").get("/v1/api-keys"), 400, "cursor_invalid");
    }

    @Test
    void valuesOutOfRange() {
        String gallery = newGallery();
        refusedField(postGallery(Map.of("name", "Not A Name")), "name");
        refusedField(postGallery(Map.of("name", "g", "policy", Map.of("fmr", 2))), "policy.fmr");
        refusedField(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "n".repeat(201)))
                        .put("/v1/galleries/{g}/subjects/long", gallery),
                "name");
        refusedField(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body("{\"validFrom\": \"2026-01-02T00:00:00Z\", \"validUntil\": \"2026-01-01T00:00:00Z\"}")
                        .put("/v1/galleries/{g}/subjects/order", gallery),
                "validUntil");
        refusedField(
                asAdmin()
                        .contentType("image/jpeg")
                        .body(FACE)
                        .queryParam("fpir", 0)
                        .post("/v1/galleries/{g}/identify", gallery),
                "fpir");
        refusedField(asAdmin().queryParam("limit", 501).get("/v1/galleries"), "limit");
        refusedField(
                asAdmin().contentType("image/jpeg").body(FACE).post("/v1/galleries/{g}/verify", gallery), "subject");
        refused(postGallery(Map.of("name", "g", "colour", "red")), 400, "field_unknown");
        refused(postGallery(Map.of("name", "g", "policy", Map.of("duplicates", "maybe"))), 400, "body_invalid");
        refused(asAdmin().contentType(ContentType.JSON).body("{broken").post("/v1/galleries"), 400, "body_invalid");
        refused(
                asAdmin().contentType(ContentType.JSON).body("[]").patch("/v1/galleries/{g}", gallery),
                400,
                "body_invalid");
        refused(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body("{\"policy\": {\"colour\": 7}}")
                        .patch("/v1/galleries/{g}", gallery),
                400,
                "field_unknown");
        refusedField(asAdmin().contentType(ContentType.JSON).post("/v1/galleries"), "body");
        asAdmin()
                .queryParam("status", "suspended")
                .get("/v1/galleries/{g}/subjects", gallery)
                .then()
                .statusCode(200);
        refusedField(
                asAdmin()
                        .contentType(ContentType.JSON)
                        .body("{\"policy\": {\"fpir\": 7}}")
                        .patch("/v1/galleries/{g}", gallery),
                "policy.fpir");
        refused(asAdmin().queryParam("limit", "many").get("/v1/galleries"), 400, "validation_failed");
    }

    @Test
    void anIdempotencyKeyNamesOneEnrolment() {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice");
        String first =
                enrollOnce(gallery, FACE).then().statusCode(201).extract().path("id");
        String again =
                enrollOnce(gallery, FACE).then().statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        refused(enrollOnce(gallery, synthetic(ALICE + "/3.jpg")), 422, "idempotency_key_reused");
        asAdmin().get("/v1/galleries/{g}/subjects/alice/faces", gallery).then().body("items", hasSize(1));
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Response enrollOnce(String gallery, byte[] picture) {
        return asAdmin()
                .header("Idempotency-Key", "once")
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/galleries/{g}/subjects/alice/faces", gallery);
    }

    private static Response postGallery(Map<String, Object> body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post("/v1/galleries");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("remedy", notNullValue());
    }

    private static void refusedField(Response answer, String field) {
        refused(answer, 400, "validation_failed");
        answer.then().body("field", equalTo(field));
    }
}
