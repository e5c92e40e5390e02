package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.AuditTrail;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Looking entries up: by filter, page by page, and only those that the caller may see. */
@QuarkusTest
class AuditReadingTest {

    private static final List<String> TEXT_FILTERS =
            List.of("action", "exceptAction", "actor", "gallery", "subject", "outcome");

    /** What would widen a filter if it were taken for anything but a value. */
    private static final List<String> INJECTIONS = List.of(
            "' OR '1'='1",
            "staff' OR 1=1 --",
            "\" OR \"\"=\"",
            "staff'; DROP TABLE audit_entry; --",
            "%",
            "sta__",
            "*",
            ":actor",
            "?1",
            "{\"$ne\": null}",
            "\\' OR 1=1",
            "staff\n",
            "${jndi:ldap://127.0.0.1/a}");

    private TestTenant tenant;

    @BeforeEach
    void aLogWithSomethingOfEverything() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        Tenants.newGallery(tenant, "visitors");
        Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        as(tenant.key())
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/staff/identify")
                .then()
                .body("outcome", equalTo("identified"));
        as(tenant.key())
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/3.jpg"))
                .post("/v1/galleries/visitors/identify")
                .then()
                .body("outcome", equalTo("unknown"));
    }

    @TestFactory
    Stream<DynamicTest> filtersNarrowToWhatTheySay() {
        List<Map<String, Object>> all = all();
        String actor = (String) all.getFirst().get("actor");
        String middle = (String) all.get(all.size() / 2).get("time");
        return Stream.<Map.Entry<Map<String, Object>, Predicate<Map<String, Object>>>>of(
                        Map.entry(Map.of("action", "identify"), has("action", "identify")),
                        Map.entry(
                                Map.of("exceptAction", List.of("identify", "face.enroll")),
                                has("action", "identify")
                                        .or(has("action", "face.enroll"))
                                        .negate()),
                        Map.entry(Map.of("actor", actor), has("actor", actor)),
                        Map.entry(Map.of("gallery", "staff"), has("gallery", "staff")),
                        Map.entry(Map.of("subject", "alice"), has("subject", "alice")),
                        Map.entry(Map.of("outcome", "unknown"), has("outcome", "unknown")),
                        Map.entry(Map.of("since", middle), entry -> !time(entry).isBefore(Instant.parse(middle))),
                        Map.entry(Map.of("until", middle), entry -> time(entry).isBefore(Instant.parse(middle))),
                        Map.entry(
                                Map.of("action", "identify", "gallery", "staff", "outcome", "identified"),
                                has("action", "identify")
                                        .and(has("gallery", "staff"))
                                        .and(has("outcome", "identified"))))
                .map(filter -> DynamicTest.dynamicTest(filter.getKey().toString(), () -> {
                    var expected = all.stream().filter(filter.getValue()).toList();
                    assertThat(expected).isNotEmpty();
                    assertThat(AuditTrail.entries(tenant.key(), filter.getKey()))
                            .isEqualTo(expected);
                }));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        assertThat(AuditTrail.entries(tenant.key(), Map.of("limit", 2))).isEqualTo(all());
    }

    @TestFactory
    Stream<DynamicTest> whatIsMeantToInjectFindsNothing() {
        TestTenant planted = tenant;
        return TEXT_FILTERS.stream().flatMap(filter -> INJECTIONS.stream()
                .map(value -> DynamicTest.dynamicTest(filter + "=" + value, () -> {
                    Response answer =
                            as(planted.key()).queryParam(filter, value).get("/v1/audit/entries");
                    // An action that there is not is refused; the others may be any text.
                    if (filter.equals("action") || filter.equals("exceptAction")) {
                        refused(answer, "validation_failed", filter);
                    } else {
                        answer.then().statusCode(200).body("items.size()", equalTo(0));
                    }
                    assertThat(all(planted)).isNotEmpty();
                })));
    }

    @TestFactory
    Stream<DynamicTest> valuesThatCannotBeAreRefused() {
        String key = tenant.key();
        return Stream.of(
                        Map.entry("since", "yesterday"),
                        Map.entry("since", "2024-13-01T00:00:00Z"),
                        Map.entry("until", "' OR 1=1 --"),
                        Map.entry("limit", "0"),
                        Map.entry("limit", "501"),
                        Map.entry("actor", "a".repeat(201)),
                        Map.entry("gallery", "a".repeat(201)),
                        Map.entry("subject", "a".repeat(201)),
                        Map.entry("outcome", "a".repeat(101)))
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.toString(),
                        () -> refused(
                                as(key).queryParam(parameter.getKey(), parameter.getValue())
                                        .get("/v1/audit/entries"),
                                "validation_failed",
                                parameter.getKey())));
    }

    @TestFactory
    Stream<DynamicTest> valuesThatNoDatabaseTakesAreRefused() {
        String key = tenant.key();
        return Stream.of(
                        Map.entry("limit", "many"),
                        Map.entry("actor", "\u0000"),
                        Map.entry("subject", "a\u0000b"),
                        Map.entry("gallery", "\u0000' OR 1=1 --"))
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter.getKey(), () -> as(key).queryParam(parameter.getKey(), parameter.getValue())
                                .get("/v1/audit/entries")
                                .then()
                                .statusCode(400)
                                .body("code", equalTo("validation_failed"))));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = as(tenant.key())
                .queryParam("limit", 1)
                .get("/v1/audit/entries")
                .then()
                .statusCode(200)
                .extract()
                .path("nextCursor");
        for (String other : List.of(cursor + "x", "x", "' OR 1=1 --", "AAAA")) {
            refused(as(tenant.key()).queryParam("cursor", other).get("/v1/audit/entries"), "cursor_invalid", "cursor");
        }
        for (var other : Map.of("gallery", "staff", "exceptAction", "identify").entrySet()) {
            refused(
                    as(tenant.key())
                            .queryParam("cursor", cursor)
                            .queryParam(other.getKey(), other.getValue())
                            .get("/v1/audit/entries"),
                    "cursor_invalid",
                    "cursor");
        }
    }

    @Test
    void aKeyForGalleriesSeesOnlyTheirEntries() {
        String limited = as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "Auditor of staff", "operations", List.of("audit.read"), "galleries", List.of("staff")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        var expected = all().stream().filter(has("gallery", "staff")).toList();

        assertThat(AuditTrail.entries(limited, Map.of())).isEqualTo(expected);
        assertThat(AuditTrail.entries(limited, Map.of("gallery", "visitors"))).isEmpty();
        all().forEach(entry -> as(limited)
                .get("/v1/audit/entries/{id}", entry.get("id"))
                .then()
                .statusCode("staff".equals(entry.get("gallery")) ? 200 : 404));
        AuditTrail.awaitPlaces(tenant.id());
        as(limited).get("/v1/audit/export").then().statusCode(403).body("code", equalTo("gallery_not_permitted"));
        as(limited).post("/v1/audit/verify").then().statusCode(403).body("code", equalTo("gallery_not_permitted"));
    }

    @Test
    void whoMayNotReadTheLogSeesNothingOfIt() {
        String door = as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Door", "operations", List.of("identify")))
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        for (String path : List.of("/entries", "/checkpoints", "/keys", "/export")) {
            as(door).get("/v1/audit" + path).then().statusCode(403);
        }
        as(door).post("/v1/audit/verify").then().statusCode(403);
    }

    @Test
    void anEntryThatThereIsNotIsNotFound() {
        as(tenant.key())
                .get("/v1/audit/entries/{id}", "018f0000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("code", equalTo("audit_entry_not_found"));
    }

    @Test
    void anExportBeyondTheLogIsRefused() {
        AuditTrail.awaitPlaces(tenant.id());
        refused(as(tenant.key()).queryParam("from", 1_000_000).get("/v1/audit/export"), "validation_failed", "from");
        refused(as(tenant.key()).queryParam("from", -1).get("/v1/audit/export"), "validation_failed", "from");
    }

    private List<Map<String, Object>> all() {
        return all(tenant);
    }

    private static List<Map<String, Object>> all(TestTenant tenant) {
        return AuditTrail.entries(tenant.key(), Map.of());
    }

    private static void refused(Response answer, String code, String field) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        answer.then().body("code", equalTo(code)).body("field", equalTo(field));
    }

    private static Predicate<Map<String, Object>> has(String member, String value) {
        return entry -> Objects.equals(entry.get(member), value);
    }

    private static Instant time(Map<String, Object> entry) {
        return Instant.parse((String) entry.get("time"));
    }
}
