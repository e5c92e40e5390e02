package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.janua.event.Action;
import io.janua.support.AuditTrail;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is done leaves exactly one entry, which says who did what on whom and what came of it. */
@QuarkusTest
class AuditTest {

    private static final String SUBJECT = "/v1/galleries/staff/subjects/alice";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String DONE = "done";

    /** In another tenant's log, written later and counted together, or by a job: they have tests of their own. */
    private static final Set<Action> ELSEWHERE = EnumSet.of(
            Action.TENANT_CREATED,
            Action.TENANT_CHANGED,
            Action.LOGIN_REFUSED,
            Action.REQUEST_REFUSED,
            Action.HOOK_DISABLED,
            Action.HOOK_REPLAYED,
            Action.MODEL_WATCHED,
            Action.BASELINE_TAKEN,
            Action.IMPORT_STARTED,
            Action.IMPORT_CANCELLED,
            Action.IMPORT_FINISHED,
            Action.IMPORT_DELETED);

    /** A request that is sent with an id of its own, and the one entry that it is to leave. */
    private record Provoked(
            Action action,
            String gallery,
            String subject,
            String outcome,
            int status,
            Function<RequestSpecification, Response> request) {

        @Override
        public String toString() {
            return "%s: %s".formatted(action.wireName(), outcome);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyActionLeavesExactlyOneEntry() {
        TestTenant tenant = Tenants.newTenant();
        String actor = "api-key:" + firstKey(tenant);
        // One after the other: each stands on what those before it did.
        return provoked(tenant).stream()
                .map(provoked ->
                        DynamicTest.dynamicTest(provoked.toString(), () -> leavesOneEntry(tenant, actor, provoked)));
    }

    @Test
    void noActionIsForgotten() {
        Set<Action> covered = provoked(new TestTenant("t-any", "any")).stream()
                .map(Provoked::action)
                .collect(Collectors.toCollection(() -> EnumSet.copyOf(ELSEWHERE)));

        assertThat(covered).containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void makingAndChangingATenantIsToldInThePlatformsLog() {
        String id = "t-" + UUID.randomUUID();
        String creation = requestId();
        as(FIRST_KEY)
                .header("X-Request-Id", creation)
                .contentType(ContentType.JSON)
                .body(Map.of("id", id, "name", "Acme"))
                .post("/v1/tenants")
                .then()
                .statusCode(201);
        String change = requestId();
        as(FIRST_KEY)
                .header("X-Request-Id", change)
                .contentType(MERGE_PATCH)
                .body("{\"name\": \"Acme & Sons\"}")
                .patch("/v1/tenants/{id}", id)
                .then()
                .statusCode(200);

        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("action", "tenant.create")))
                .filteredOn(entry -> creation.equals(entry.get("requestId")))
                .singleElement()
                .satisfies(entry -> assertThat(facts(entry)).containsEntry("tenant", id));
        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("action", "tenant.change")))
                .filteredOn(entry -> change.equals(entry.get("requestId")))
                .singleElement()
                .satisfies(entry -> assertThat(facts(entry)).containsEntry("tenant", id));
    }

    @Test
    void aRefusedEnrolmentIsToldAsRefusedAndNothingElse() {
        TestTenant tenant = Tenants.newTenant();
        newGallery(tenant, Map.of("duplicates", "refuse", "consent", "optional"));
        Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        put(tenant, "alicia", requestId()).then().statusCode(201);
        String refused = requestId();
        as(tenant.key())
                .header("X-Request-Id", refused)
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/1.jpg"))
                .post("/v1/galleries/staff/subjects/alicia/faces")
                .then()
                .statusCode(409);

        assertThat(AuditTrail.of(tenant.key(), refused)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("action", "face.enroll")
                .containsEntry("subject", "alicia")
                .containsEntry("outcome", "duplicate_face"));
    }

    @Test
    void aRefusedChangeLeavesNoEntry() {
        TestTenant tenant = Tenants.newTenant();
        newGallery(tenant, Map.of());
        String refused = requestId();
        as(tenant.key())
                .header("X-Request-Id", refused)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "staff"))
                .post("/v1/galleries")
                .then()
                .statusCode(409);

        assertThat(AuditTrail.of(tenant.key(), refused)).isEmpty();
    }

    @Test
    void namesComeBackExactlyAndStayOneLine() {
        TestTenant tenant = Tenants.newTenant();
        String odd = "\"'\\ \n\r\t\u2028\u2029 \u0007 Ünïcode 名前 \ud83d\ude42 {\"a\":1} <b> ";
        String name = odd + "x".repeat(200 - odd.length());
        String subject = "\"'\\<>&;-- 名前 \u2028 \ud83d\ude42";
        newGallery(tenant, Map.of());
        String key = as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of("name", name, "operations", List.of("subjects.write", "galleries.read")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        String requestId = requestId();
        put(new TestTenant(tenant.id(), key), subject, requestId).then().statusCode(201);

        assertThat(AuditTrail.of(tenant.key(), requestId)).singleElement().satisfies(entry -> {
            assertThat(entry).containsEntry("actorName", name).containsEntry("subject", subject);
        });
        AuditTrail.awaitPlaces(tenant.id());
        String export = new String(AuditTrail.export(tenant.key()), StandardCharsets.UTF_8);
        assertThat(export.split("\n"))
                .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"").endsWith("}"));
    }

    private static List<Provoked> provoked(TestTenant tenant) {
        List<Provoked> all = new ArrayList<>();
        add(all, Action.GALLERY_CREATED, "staff", null, DONE, 201, request -> request.contentType(ContentType.JSON)
                .body(Map.of("name", "staff", "policy", Map.of("imageRetention", "crop")))
                .post("/v1/galleries"));
        add(all, Action.GALLERY_CHANGED, "staff", null, DONE, 200, request -> request.contentType(MERGE_PATCH)
                .body("{\"description\": \"Head office\"}")
                .patch("/v1/galleries/staff"));
        add(all, Action.SUBJECT_CREATED, "staff", "alice", DONE, 201, request -> request.contentType(ContentType.JSON)
                .body("{}")
                .put(SUBJECT));
        add(all, Action.SUBJECT_CHANGED, "staff", "alice", DONE, 200, request -> request.contentType(MERGE_PATCH)
                .body("{\"name\": \"Alice\"}")
                .patch(SUBJECT));
        add(all, Action.CONSENT_GIVEN, "staff", "alice", DONE, 201, request -> request.contentType(ContentType.JSON)
                .body(Map.of("textVersion", "2026-01", "channel", "paper"))
                .post(SUBJECT + "/consents"));
        add(all, Action.INVITATION_CREATED, "staff", "alice", DONE, 201, request -> request.contentType(
                        ContentType.JSON)
                .post(SUBJECT + "/invitations"));
        add(
                all,
                Action.INVITATION_REVOKED,
                "staff",
                "alice",
                DONE,
                200,
                request -> request.delete(SUBJECT + "/invitations/" + invitation(tenant)));
        add(all, Action.FACE_ENROLLED, "staff", "alice", DONE, 201, request -> picture(request, ALICE + "/1.jpg")
                .post(SUBJECT + "/faces"));
        add(all, Action.FACE_ENROLLED, "staff", "alice", "no_face", 422, request -> request.contentType("image/png")
                .body(flat(200, 200, ".png"))
                .post(SUBJECT + "/faces"));
        decisions(all);
        access(all, tenant);
        add(all, Action.FACE_VIEWED, "staff", "alice", DONE, 200, request -> request.get(face(tenant) + "/image"));
        add(all, Action.SUBJECT_EXPORTED, "staff", "alice", DONE, 200, request -> request.get(SUBJECT + "/export"));
        add(all, Action.AUDIT_EXPORTED, null, null, DONE, 200, request -> {
            AuditTrail.awaitPlaces(tenant.id());
            return request.get("/v1/audit/export");
        });
        add(all, Action.AUDIT_VERIFIED, null, null, "intact", 200, request -> {
            AuditTrail.awaitPlaces(tenant.id());
            return request.post("/v1/audit/verify");
        });
        add(all, Action.TENANT_REKEYED, null, null, "started", 202, request -> request.post("/v1/rekeyings"));
        add(all, Action.API_KEY_CREATED, null, null, DONE, 201, request -> request.contentType(ContentType.JSON)
                .body(Map.of("name", "Door", "operations", List.of("identify")))
                .post("/v1/api-keys"));
        add(all, Action.API_KEY_ROTATED, null, null, DONE, 200, request -> request.contentType(ContentType.JSON)
                .post("/v1/api-keys/{id}/rotations", newestKey(tenant)));
        add(all, Action.API_KEY_CHANGED, null, null, DONE, 200, request -> request.contentType(MERGE_PATCH)
                .body("{\"name\": \"Side door\"}")
                .patch("/v1/api-keys/{id}", newestKey(tenant)));
        add(
                all,
                Action.API_KEY_REVOKED,
                null,
                null,
                DONE,
                200,
                request -> request.delete("/v1/api-keys/{id}", newestKey(tenant)));
        add(all, Action.FACE_DELETED, "staff", "alice", DONE, 204, request -> request.delete(face(tenant)));
        add(all, Action.CONSENT_WITHDRAWN, "staff", "alice", DONE, 200, request -> request.contentType(ContentType.JSON)
                .body("{}")
                .post(SUBJECT + "/consents/withdrawals"));
        add(all, Action.SUBJECT_ERASED, "staff", "alice", DONE, 200, request -> request.delete(SUBJECT));
        add(all, Action.GALLERY_DELETED, "staff", null, DONE, 204, request -> request.delete("/v1/galleries/staff"));
        return all;
    }

    private static void access(List<Provoked> all, TestTenant tenant) {
        String door = "/v1/access/points/door";
        add(
                all,
                Action.ACCESS_CONFIGURED,
                "staff",
                null,
                "created",
                201,
                request -> posted(
                        request, "/v1/access/points", Map.of("name", "door", "gallery", "staff", "kind", "door")));
        add(
                all,
                Action.ACCESS_CONFIGURED,
                "staff",
                null,
                "created",
                201,
                request -> posted(request, "/v1/access/groups", Map.of("name", "guards", "gallery", "staff")));
        add(
                all,
                Action.ACCESS_MEMBER_CHANGED,
                "staff",
                "alice",
                "added",
                200,
                request -> posted(request, "/v1/access/groups/guards/members", Map.of("subjects", List.of("alice"))));
        add(all, Action.ACCESS_CREDENTIAL_CHANGED, "staff", "alice", "changed", 200, request -> request.contentType(
                        ContentType.JSON)
                .body(Map.of("number", "12-34567"))
                .put(SUBJECT + "/access/card"));
        add(all, Action.ACCESS_BLOCK_CHANGED, "staff", "alice", "blocked", 200, request -> request.contentType(
                        ContentType.JSON)
                .body(Map.of("reason", "Lost badge"))
                .put(SUBJECT + "/access/block"));
        add(
                all,
                Action.ACCESS_MODE_CHANGED,
                "staff",
                null,
                DONE,
                200,
                request -> posted(request, door + "/mode", Map.of("mode", "released", "reason", "Open day")));
        add(
                all,
                Action.ACCESS_MODE_CHANGED,
                "staff",
                null,
                DONE,
                200,
                request -> posted(request, door + "/mode", Map.of("mode", "normal")));
        add(all, Action.ACCESS_DECIDED, "staff", "alice", "blocked", 200, request -> picture(request, ALICE + "/3.jpg")
                .post(door + "/decisions"));
        add(
                all,
                Action.ACCESS_DECIDED,
                "staff",
                null,
                "granted",
                200,
                request -> posted(request, door + "/overrides", Map.of("reason", "Parcel")));
        add(
                all,
                Action.ACCESS_FOLLOWED,
                "staff",
                null,
                "taken",
                200,
                request -> posted(
                        request, door + "/decisions/" + newestDecision(tenant) + "/outcome", Map.of("taken", true)));
        add(
                all,
                Action.ACCESS_PRESENCE_RESET,
                "staff",
                null,
                DONE,
                200,
                request -> posted(request, "/v1/access/presence/resets", Map.of("gallery", "staff")));
        add(
                all,
                Action.HOOK_CONFIGURED,
                null,
                null,
                "created",
                201,
                request -> posted(
                        request,
                        "/v1/hooks",
                        Map.of(
                                "name",
                                "panel",
                                "events",
                                List.of("access.denied"),
                                "target",
                                Map.of("type", "webhook", "url", "http://127.0.0.1:9/"))));
    }

    private static Response posted(RequestSpecification request, String path, Map<String, Object> body) {
        return request.contentType(ContentType.JSON).body(body).post(path);
    }

    private static String newestDecision(TestTenant tenant) {
        return as(tenant.key()).get("/v1/access/decisions").path("items[0].id");
    }

    /** Also those that could not be made. */
    private static void decisions(List<Provoked> all) {
        String nobody = "nobody, or \"somebody\"";
        add(all, Action.IDENTIFY, "staff", "alice", "identified", 200, request -> identify(request, ALICE + "/3.jpg"));
        add(all, Action.IDENTIFY, "staff", null, "unknown", 200, request -> identify(request, BOB + "/3.jpg"));
        add(all, Action.IDENTIFY, "staff", null, "no_face", 422, request -> request.contentType("image/png")
                .body(flat(200, 200, ".png"))
                .post("/v1/galleries/staff/identify"));
        add(all, Action.VERIFY, "staff", "alice", "match", 200, request -> verify(request, "alice", ALICE + "/3.jpg"));
        add(all, Action.VERIFY, "staff", "alice", "no_match", 200, request -> verify(request, "alice", BOB + "/3.jpg"));
        add(
                all,
                Action.VERIFY,
                "staff",
                nobody,
                "subject_not_found",
                404,
                request -> verify(request, nobody, ALICE + "/3.jpg"));
        add(all, Action.COMPARE, null, null, "match", 200, request -> compare(request, ALICE + "/3.jpg"));
        add(all, Action.COMPARE, null, null, "no_match", 200, request -> compare(request, BOB + "/3.jpg"));
    }

    private static void leavesOneEntry(TestTenant tenant, String actor, Provoked provoked) {
        String requestId = requestId();
        Response answer = provoked.request().apply(as(tenant.key()).header("X-Request-Id", requestId));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(provoked.status());

        assertThat(AuditTrail.of(tenant.key(), requestId)).singleElement().satisfies(entry -> {
            assertThat(entry)
                    .containsEntry("action", provoked.action().wireName())
                    .containsEntry("outcome", provoked.outcome())
                    .containsEntry("actor", actor)
                    .containsEntry("tenant", tenant.id());
            assertThat(entry.get("gallery")).isEqualTo(provoked.gallery());
            if (provoked.action().name().startsWith("API_KEY")) {
                assertThat((String) entry.get("subject")).isNotBlank();
            } else {
                assertThat(entry.get("subject")).isEqualTo(provoked.subject());
            }
            switch (provoked.action()) {
                case IDENTIFY, VERIFY, COMPARE -> saysAsMuchAsTheAnswer(facts(entry), answer);
                case ACCESS_DECIDED ->
                    assertThat(facts(entry))
                            .containsEntry("reason", answer.path("reason"))
                            .doesNotContainKey("remark");
                default -> assertThat(facts(entry)).doesNotContainKeys("score", "threshold");
            }
        });
    }

    /** What the caller was told is what the log says. */
    private static void saysAsMuchAsTheAnswer(Map<String, Object> facts, Response answer) {
        assertThat(facts.get("model")).isNotNull();
        Number score = answer.statusCode() == 200 ? firstNumber(answer, "score.score", "candidates[0].score") : null;
        Number threshold = answer.statusCode() == 200 ? firstNumber(answer, "score.threshold", "threshold") : null;
        if (score == null) {
            assertThat(facts).doesNotContainKey("score");
        } else {
            assertThat(((Number) facts.get("score")).floatValue()).isEqualTo(score.floatValue());
        }
        if (threshold == null) {
            assertThat(facts).doesNotContainKey("threshold");
        } else {
            assertThat(((Number) facts.get("threshold")).doubleValue())
                    .isCloseTo(threshold.doubleValue(), offset(1e-4));
        }
    }

    private static Number firstNumber(Response answer, String... paths) {
        return Stream.of(paths)
                .map(path -> answer.<Object>path(path))
                .filter(Number.class::isInstance)
                .map(Number.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static void add(
            List<Provoked> all,
            Action action,
            String gallery,
            String subject,
            String outcome,
            int status,
            Function<RequestSpecification, Response> request) {
        all.add(new Provoked(action, gallery, subject, outcome, status, request));
    }

    private static RequestSpecification picture(RequestSpecification request, String name) {
        return request.contentType("image/jpeg").body(synthetic(name));
    }

    private static Response identify(RequestSpecification request, String picture) {
        return picture(request, picture).post("/v1/galleries/staff/identify");
    }

    private static Response verify(RequestSpecification request, String claimed, String picture) {
        return picture(request, picture).queryParam("subject", claimed).post("/v1/galleries/staff/verify");
    }

    private static Response compare(RequestSpecification request, String picture) {
        return request.multiPart("image", "a.jpg", synthetic(picture), "image/jpeg")
                .multiPart("reference", "b.jpg", synthetic(ALICE + "/1.jpg"), "image/jpeg")
                .post("/v1/compare");
    }

    private static Response put(TestTenant tenant, String subject, String requestId) {
        return as(tenant.key())
                .header("X-Request-Id", requestId)
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/v1/galleries/staff/subjects/{subject}", subject);
    }

    private static void newGallery(TestTenant tenant, Map<String, Object> policy) {
        as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "staff", "policy", policy))
                .post("/v1/galleries")
                .then()
                .statusCode(201);
    }

    private static String face(TestTenant tenant) {
        return SUBJECT + "/faces/" + as(tenant.key()).get(SUBJECT + "/faces").<String>path("items[0].id");
    }

    private static String invitation(TestTenant tenant) {
        return as(tenant.key()).get(SUBJECT + "/invitations").path("items[-1].id");
    }

    private static String firstKey(TestTenant tenant) {
        return as(tenant.key()).get("/v1/api-keys").path("items[0].id");
    }

    private static String newestKey(TestTenant tenant) {
        return as(tenant.key()).get("/v1/api-keys").path("items[-1].id");
    }

    private static String requestId() {
        return "r-" + UUID.randomUUID();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> facts(Map<String, Object> entry) {
        return (Map<String, Object>) entry.getOrDefault("facts", Map.of());
    }
}
