package io.janua.api;

import static io.janua.support.AccessApi.post;
import static io.janua.support.AccessApi.put;
import static io.janua.support.Api.as;
import static io.janua.support.Api.atManagement;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.janua.support.Applicant;
import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestArchive;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What belongs to another tenant is neither found, nor searched, nor changed. Every operation of the API description is
 * tried with everything that the other tenant has, so a new endpoint is tried as soon as it exists; one whose path has
 * something new in it fails until {@link Victim} says what that is.
 */
@QuarkusTest
class TenantIsolationTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private Victim victim;
    private TestTenant attacker;

    /** What another tenant has; everything in it bears the mark, which must never reach anybody else. */
    private record Victim(TestTenant tenant, Map<String, String> ids) {

        static final String GALLERY = "victims-staff";

        static Victim create() {
            TestTenant tenant = Tenants.newTenant();
            Tenants.newGallery(tenant, GALLERY);
            String face = Tenants.enrolled(tenant, GALLERY, "victims-alice", ALICE + "/1.jpg");
            Tenants.enrolled(tenant, GALLERY, "victims-bob", BOB + "/1.jpg");
            var ids = new TreeMap<String, String>();
            ids.put("tenant", tenant.id());
            ids.put("gallery", GALLERY);
            ids.put("subject", "victims-alice");
            ids.put("face", face);
            ids.put("/v1/galleries/{gallery}/subjects/{subject}/consents/{id}", consent(tenant));
            ids.put("/v1/galleries/{gallery}/subjects/{subject}/invitations/{id}", invitation(tenant));
            ids.put("/v1/imports/{id}", refusedImport(tenant));
            ids.put("number", "1");
            ids.put("/v1/api-keys/{id}", first(tenant, "/v1/api-keys", "items[0].id"));
            ids.put("/v1/rekeyings/{id}", rekeying(tenant));
            ids.put("/v1/audit/entries/{id}", first(tenant, "/v1/audit/entries", "items[0].entry.id"));
            ids.putAll(accessControl(tenant));
            ids.putAll(hook(tenant));
            ids.putAll(decision(tenant));
            return new Victim(tenant, ids);
        }

        /** @return empty for what belongs to nobody, as a model does */
        Optional<String> id(String path, String parameter) {
            String operation = path.replaceFirst("(\\{id\\}).*", "$1");
            return Optional.ofNullable(ids.getOrDefault(parameter.equals("id") ? operation : parameter, null));
        }

        private static String consent(TestTenant tenant) {
            return as(tenant.key())
                    .contentType("application/json")
                    .body(Map.of("textVersion", "victims-text", "channel", "paper"))
                    .post("/v1/galleries/{g}/subjects/victims-alice/consents", GALLERY)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private static String invitation(TestTenant tenant) {
            return Applicant.invited(tenant.key(), GALLERY, "victims-alice").id();
        }

        /** A door that a card's owner may pass, who is blocked. */
        private static Map<String, String> accessControl(TestTenant tenant) {
            var names = Map.of(
                    "point",
                    "victims-door",
                    "group",
                    "victims-group",
                    "schedule",
                    "victims-hours",
                    "rule",
                    "victims-rule");
            String subject = "/v1/galleries/%s/subjects/victims-alice/access/".formatted(GALLERY);
            made(post(
                    tenant.key(),
                    "/v1/access/points",
                    Map.of("name", "victims-door", "gallery", GALLERY, "kind", "door")));
            made(post(tenant.key(), "/v1/access/groups", Map.of("name", "victims-group", "gallery", GALLERY)));
            made(post(
                    tenant.key(), "/v1/access/schedules", Map.of("name", "victims-hours", "timeZone", "Europe/Rome")));
            made(post(
                    tenant.key(),
                    "/v1/access/rules",
                    Map.of(
                            "name",
                            "victims-rule",
                            "gallery",
                            GALLERY,
                            "points",
                            List.of("victims-door"),
                            "groups",
                            List.of("victims-group"),
                            "schedule",
                            "victims-hours")));
            made(put(tenant.key(), "/v1/access/groups/victims-group/members/victims-alice", Map.of()));
            made(put(tenant.key(), subject + "card", Map.of("number", "12-34567")));
            made(put(tenant.key(), subject + "pin", Map.of("pin", "4711")));
            made(put(tenant.key(), subject + "block", Map.of("reason", "victims-reason")));
            return names;
        }

        /** Somebody whom a guard let in. */
        private static Map<String, String> decision(TestTenant tenant) {
            var opened =
                    post(tenant.key(), "/v1/access/points/victims-door/overrides", Map.of("reason", "victims-reason"));
            made(opened);
            return Map.of(
                    "/v1/access/points/{point}/decisions/{id}", opened.path("id"),
                    "/v1/access/decisions/{id}", opened.path("id"));
        }

        /** One that nobody hears, and what became of it. */
        private static Map<String, String> hook(TestTenant tenant) {
            var target = Map.of("type", "webhook", "url", "http://localhost:9/victims-hook");
            var created =
                    post(tenant.key(), "/v1/hooks", Map.of("name", "victims-hook", "enabled", false, "target", target));
            made(created);
            var tested = as(tenant.key()).post("/v1/hooks/victims-hook/tests");
            made(tested);
            return Map.of(
                    "hook", "victims-hook",
                    "/v1/hooks/{hook}/secrets/{id}", created.path("secrets[0].id"),
                    "/v1/hooks/{hook}/deliveries/{id}", tested.path("id"));
        }

        private static void made(Response answer) {
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        }

        private static String refusedImport(TestTenant tenant) {
            byte[] archive = TestArchive.of()
                    .with("victims-alice/1.jpg", flat(400, 400, ".jpg"))
                    .bytes();
            String id = Imports.started(tenant.key(), GALLERY, archive);
            Imports.ended(tenant.key(), id);
            return id;
        }

        private static String rekeying(TestTenant tenant) {
            return as(tenant.key())
                    .post("/v1/rekeyings")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
        }

        private static String first(TestTenant tenant, String list, String path) {
            return as(tenant.key()).get(list).then().statusCode(200).extract().path(path);
        }
    }

    /** An operation of the API description. */
    private record Operation(String id, String method, String path, List<String> pathParameters, List<String> bodies) {}

    @BeforeEach
    void twoTenants() {
        victim = Victim.create();
        attacker = Tenants.newTenant();
    }

    @TestFactory
    Stream<DynamicTest> noOperationReachesAnotherTenant() {
        Victim planted = victim;
        TestTenant other = attacker;
        return operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> attempt(operation, planted, other)));
    }

    @Test
    void theSameNamesAreOtherThings() {
        Tenants.newGallery(attacker, Victim.GALLERY);
        Tenants.enrolled(attacker, Victim.GALLERY, "victims-alice", BOB + "/3.jpg");
        String before = fingerprint(victim);

        // The victim holds the very picture; whoever is found must be the attacker's own subject of that name or
        // nobody.
        identify(synthetic(ALICE + "/1.jpg"))
                .body("outcome", equalTo("unknown"))
                .body("gallerySize", equalTo(1));
        identify(synthetic(BOB + "/1.jpg")).body("subject", equalTo("victims-alice"));
        as(attacker.key())
                .contentType("image/jpeg")
                .queryParam("subject", "victims-alice")
                .body(synthetic(ALICE + "/1.jpg"))
                .post("/v1/galleries/{g}/verify", Victim.GALLERY)
                .then()
                .body("outcome", equalTo("no_match"));
        as(attacker.key())
                .get("/v1/galleries/{g}/subjects", Victim.GALLERY)
                .then()
                .body("items", hasSize(1));

        // By the attacker's own gallery and subject of these names, no way leads to the victim's faces and consents.
        String own = "/v1/galleries/" + Victim.GALLERY + "/subjects/victims-alice";
        String face = own + "/faces/" + victim.ids().get("face");
        as(attacker.key()).get(face).then().statusCode(404);
        as(attacker.key()).get(face + "/image").then().statusCode(404);
        as(attacker.key()).delete(face).then().statusCode(404);
        String consent = victim.ids().get("/v1/galleries/{gallery}/subjects/{subject}/consents/{id}");
        as(attacker.key()).get(own + "/consents/" + consent).then().statusCode(404);
        String invitation = victim.ids().get("/v1/galleries/{gallery}/subjects/{subject}/invitations/{id}");
        as(attacker.key()).delete(own + "/invitations/" + invitation).then().statusCode(404);
        String cursor = as(victim.tenant().key())
                .queryParam("limit", 1)
                .get("/v1/galleries/{g}/subjects", Victim.GALLERY)
                .path("nextCursor");
        as(attacker.key())
                .queryParam("cursor", cursor)
                .get("/v1/galleries/{g}/subjects", Victim.GALLERY)
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor_invalid"));

        as(attacker.key()).delete("/v1/galleries/{g}", Victim.GALLERY).then().statusCode(204);

        assertThat(fingerprint(victim)).isEqualTo(before);
        as(victim.tenant().key())
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/{g}/identify", Victim.GALLERY)
                .then()
                .body("subject", equalTo("victims-alice"));
    }

    @Test
    void theDatabaseItselfShowsTheServiceNothingWithoutATenant() {
        String rows = "SELECT (SELECT count(*) FROM subject) + (SELECT count(*) FROM template)"
                + " + (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM tenant_secret)";

        assertThat(Database.queryAsService("", rows)).isZero();
        assertThat(Database.queryAsService(attacker.id(), "SELECT count(*) FROM subject"))
                .isZero();
        assertThat(Database.queryAsService(victim.tenant().id(), "SELECT count(*) FROM subject"))
                .isEqualTo(2);
        assertThat(Database.queryAsService(attacker.id(), "SELECT count(*) FROM template ORDER BY count(*) LIMIT 1"))
                .isZero();
    }

    private void attempt(Operation operation, Victim planted, TestTenant other) {
        String before = fingerprint(planted);
        boolean aimsAtTheVictim = false;
        RequestSpecification request = as(other.key());
        for (String parameter : operation.pathParameters()) {
            Optional<String> id = planted.id(operation.path(), parameter);
            aimsAtTheVictim |= id.isPresent();
            assertThat(id.isPresent() || parameter.equals("model"))
                    .as("say in Victim what {%s} of %s is in another tenant", parameter, operation.path())
                    .isTrue();
            request.pathParam(parameter, id.orElse("none"));
        }
        if (operation.bodies().contains("image/jpeg")) {
            request.contentType("image/jpeg").body(synthetic(ALICE + "/1.jpg")).queryParam("subject", "victims-alice");
        } else if (operation.bodies().contains("application/zip")) {
            request.contentType("application/zip")
                    .body(TestArchive.of()
                            .with("a/1.jpg", flat(400, 400, ".jpg"))
                            .bytes());
        } else if (!operation.bodies().isEmpty()) {
            request.contentType("application/json").body(bodyOf(operation));
        }
        if (operation.id().equals("followEvents")) {
            // Else it would be told what happens, for an hour.
            request.header("Last-Event-ID", "1000000");
        } else if (operation.id().equals("getSchedulePeriods")) {
            request.queryParams("from", "2026-01-01", "until", "2026-02-01");
        } else if (operation.method().equals("get")
                && operation.pathParameters().isEmpty()) {
            foreignCursor(operation, planted).ifPresent(cursor -> request.queryParam("cursor", cursor));
        }

        Response answer = request.request(operation.method(), operation.path());

        assertThat(answer.statusCode()).as(answer.asString()).isNotEqualTo(500);
        if (aimsAtTheVictim) {
            assertThat(answer.statusCode())
                    .as("%s %s", operation.method(), operation.path())
                    .isIn(403, 404);
            // 403 only where the operation as such is not for this caller, whoever's it is.
            assertThat(answer.statusCode() == 403).isEqualTo(operation.path().startsWith("/v1/tenants"));
        }
        // What the request itself said may come back in the refusal.
        assertThat(answer.asString())
                .doesNotContain(
                        "victims-bob",
                        "Name of victims",
                        "victims-text",
                        planted.tenant().id());
        if (answer.statusCode() < 300) {
            assertThat(answer.asString()).doesNotContain("victims-");
        }
        assertThat(fingerprint(planted)).as(operation.id()).isEqualTo(before);
    }

    private static Object bodyOf(Operation operation) {
        return switch (operation.id()) {
            case "createGallery" -> Map.of("name", "attackers");
            case "createApiKey" -> Map.of("name", "attackers", "operations", List.of("detect"));
            case "createHook" ->
                Map.of("name", "attackers", "target", Map.of("type", "webhook", "url", "http://localhost:9/"));
            case "createHookSecret" -> Map.of("kind", "hmac");
            case "takeDriftBaseline" -> Map.of("from", "2026-01-01", "to", "2026-01-31");
            case "createTenant" -> Map.of("id", "attackers", "name", "Attackers");
            case "giveConsent" -> Map.of("textVersion", "1", "channel", "paper");
            case "createAccessPoint" -> Map.of("name", "attackers", "gallery", Victim.GALLERY, "kind", "door");
            case "createAccessGroup" -> Map.of("name", "attackers", "gallery", Victim.GALLERY);
            case "createAccessRule" ->
                Map.of(
                        "name",
                        "attackers",
                        "gallery",
                        Victim.GALLERY,
                        "everyone",
                        true,
                        "points",
                        List.of("victims-door"));
            case "createSchedule" -> Map.of("name", "attackers", "timeZone", "UTC");
            case "setAccessMode" -> Map.of("mode", "lockdown", "reason", "attack");
            case "setAccessPointMode" -> Map.of("mode", "released", "reason", "attack");
            case "addGroupMembers" -> Map.of("subjects", List.of("victims-alice"));
            case "putSubjectCard" -> Map.of("number", "12-34567");
            case "putSubjectPin" -> Map.of("pin", "4711");
            case "putSubjectBlock" -> Map.of("reason", "attack");
            case "overrideAccess" -> Map.of("reason", "attack");
            case "explainAccess" -> Map.of("subject", "victims-alice");
            case "reportPassage" -> Map.of("taken", false);
            case "resetPresence" -> Map.of("gallery", Victim.GALLERY);
            default -> Map.of();
        };
    }

    private static Optional<String> foreignCursor(Operation list, Victim planted) {
        Response page = as(planted.tenant().key()).queryParam("limit", 1).get(list.path());
        boolean paged = page.statusCode() == 200 && page.contentType().startsWith("application/json");
        return paged && page.path("nextCursor") instanceof String cursor ? Optional.of(cursor) : Optional.empty();
    }

    private io.restassured.response.ValidatableResponse identify(byte[] picture) {
        return as(attacker.key())
                .contentType("image/jpeg")
                .body(picture)
                .post("/v1/galleries/{g}/identify", Victim.GALLERY)
                .then()
                .statusCode(200);
    }

    /** Of all that the victim has. Its re-keying goes on meanwhile, so what only that one changes is left out. */
    private static String fingerprint(Victim victim) {
        return Database.text("""
                SELECT md5(string_agg(row, '|' ORDER BY row)) FROM (
                    SELECT g::text AS row FROM gallery g WHERE tenant_id = ?1
                    UNION ALL SELECT (to_jsonb(s) - 'last_used_at')::text FROM subject s WHERE tenant_id = ?1
                    UNION ALL SELECT s::text FROM sample s WHERE tenant_id = ?1
                    UNION ALL SELECT c::text FROM consent c WHERE tenant_id = ?1
                    UNION ALL SELECT t.id::text FROM template t WHERE tenant_id = ?1
                    UNION ALL SELECT k.subject_id::text FROM subject_key k WHERE tenant_id = ?1
                    UNION ALL SELECT i.sample_id::text FROM sample_image i WHERE tenant_id = ?1
                    UNION ALL SELECT (to_jsonb(k) - 'last_used_at')::text FROM api_key k WHERE tenant_id = ?1
                    UNION ALL SELECT i::text FROM invitation i WHERE tenant_id = ?1
                    UNION ALL SELECT c::text FROM challenge c WHERE tenant_id = ?1
                    UNION ALL SELECT (to_jsonb(i) - 'secret' - 'wrapped')::text FROM bulk_import i WHERE tenant_id = ?1
                    UNION ALL SELECT i::text FROM bulk_import_item i WHERE tenant_id = ?1
                    UNION ALL SELECT p::text FROM bulk_import_picture p WHERE tenant_id = ?1
                    UNION ALL SELECT d::text FROM access_decision d WHERE tenant_id = ?1
                    UNION ALL SELECT w::text FROM access_presence w WHERE tenant_id = ?1
                    UNION ALL SELECT r.id::text FROM rekeying r WHERE tenant_id = ?1
                    UNION ALL SELECT p::text FROM access_point p WHERE tenant_id = ?1
                    UNION ALL SELECT g::text FROM access_group g WHERE tenant_id = ?1
                    UNION ALL SELECT m::text FROM access_group_member m WHERE tenant_id = ?1
                    UNION ALL SELECT s::text FROM access_schedule s WHERE tenant_id = ?1
                    UNION ALL SELECT r::text FROM access_rule r WHERE tenant_id = ?1
                    UNION ALL SELECT r::text FROM access_rule_group r WHERE tenant_id = ?1
                    UNION ALL SELECT r::text FROM access_rule_point r WHERE tenant_id = ?1
                    UNION ALL SELECT b::text FROM access_block b WHERE tenant_id = ?1
                    UNION ALL SELECT c::text FROM access_credential c WHERE tenant_id = ?1
                    UNION ALL SELECT h::text FROM hook h WHERE tenant_id = ?1
                    UNION ALL SELECT s::text FROM hook_secret s WHERE tenant_id = ?1
                    UNION ALL SELECT p::text FROM hook_progress p WHERE tenant_id = ?1
                    UNION ALL SELECT d::text FROM hook_delivery d WHERE tenant_id = ?1
                    UNION ALL SELECT e::text FROM outbox_event e WHERE tenant_id = ?1
                    UNION ALL SELECT t::text FROM tenant t WHERE id = ?1
                    UNION ALL SELECT e.content FROM audit_entry e
                        WHERE tenant_id = ?1 AND actor NOT LIKE 'system:%'
                            AND actor NOT LIKE (SELECT 'api-key:' || id FROM api_key WHERE tenant_id = ?1 LIMIT 1)
                ) AS rows""".replace("?1", "'" + victim.tenant().id() + "'"));
    }

    private List<Operation> operations() {
        Map<String, Map<String, Object>> paths = atManagement()
                .queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        return paths.entrySet().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(path.getValue()::containsKey)
                        .map(method -> operation(
                                path.getKey(), method, cast(path.getValue().get(method)))))
                .toList();
    }

    private static Operation operation(String path, String method, Map<String, Object> described) {
        List<String> parameters = Stream.of(path.split("/"))
                .filter(part -> part.startsWith("{"))
                .map(part -> part.substring(1, part.length() - 1))
                .toList();
        return new Operation((String) described.get("operationId"), method, path, parameters, bodies(described));
    }

    private static List<String> bodies(Map<String, Object> described) {
        Map<String, Object> body = cast(described.get("requestBody"));
        if (body == null) {
            return List.of();
        }
        // A shared body is always a picture, which every such operation takes raw.
        return body.containsKey("$ref")
                ? List.of("image/jpeg")
                : List.copyOf(TenantIsolationTest.<Map<String, Object>>cast(body.get("content"))
                        .keySet());
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
