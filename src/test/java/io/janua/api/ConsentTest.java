package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.giveConsent;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.janua.support.Api;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody is enrolled without having agreed, and nobody stays enrolled who agrees no longer. */
@QuarkusTest
class ConsentTest {

    private static final byte[] FACE = synthetic(ALICE + "/1.jpg");
    private static final String CONSENTS = "/v1/galleries/{g}/subjects/{s}/consents";
    private static final String WITHDRAWALS = CONSENTS + "/withdrawals";
    private static final Map<String, Object> BY_DEFAULT = Map.of("consent", "required", "imageRetention", "crop");

    @Test
    void enrollingWaitsForAConsent() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice");
        long before = Database.rows();

        enroll(gallery, "alice", FACE)
                .then()
                .statusCode(409)
                .body("code", equalTo("consent_missing"))
                .body("remedy", containsString("/consents"));
        assertThat(Database.rows()).isEqualTo(before);

        giveConsent(gallery, "alice").then().statusCode(201);
        enroll(gallery, "alice", FACE).then().statusCode(201);
    }

    @Test
    void aMissingConsentIsFoundBeforeThePictureIsLookedAt() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice");

        enroll(gallery, "alice", "no picture at all".getBytes())
                .then()
                .statusCode(409)
                .body("code", equalTo("consent_missing"));
    }

    @Test
    void aGalleryAsksForConsentUnlessItsPolicySaysOtherwise() {
        String name = "g-" + UUID.randomUUID();
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/v1/galleries")
                .then()
                .statusCode(201)
                .body("policy.consent", equalTo("required"))
                .body("policy.retentionDays", equalTo(1095))
                .body("policy", not(hasKey("purpose")));
        // As a gallery from before there were consents.
        Database.execute("UPDATE gallery SET policy = '{\"duplicates\": \"off\"}' WHERE name = ?", name);
        asAdmin()
                .get("/v1/galleries/{g}", name)
                .then()
                .body("policy.duplicates", equalTo("off"))
                .body("policy.consent", equalTo("required"))
                .body("policy.retentionDays", equalTo(1095));
    }

    @Test
    void thePolicysNewRulesHaveLimits() {
        String gallery = newGallery();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("retentionDays", 0),
                Map.of("retentionDays", 1096),
                Map.of("retentionDays", "long"),
                Map.of("consent", "perhaps"),
                Map.of("purpose", "x".repeat(501)))) {
            patchPolicy(gallery, wrong).then().statusCode(400);
        }
        patchPolicy(gallery, Map.of("retentionDays", 1, "purpose", "Entry to the laboratory"))
                .then()
                .statusCode(200)
                .body("policy.retentionDays", equalTo(1))
                .body("policy.purpose", equalTo("Entry to the laboratory"));
    }

    @Test
    void aConsentIsShownAsItWasGiven() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "emp 1:ü", "Zoë");
        String location = post(
                        gallery,
                        "emp 1:ü",
                        Map.of(
                                "textVersion",
                                "2026-01 · de",
                                "channel",
                                "paper",
                                "givenAt",
                                "2026-01-05T09:30:00+01:00",
                                "signatureReference",
                                "archive 7, folder 12"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        asAdmin()
                .urlEncodingEnabled(false)
                .get(location)
                .then()
                .statusCode(200)
                .body("textVersion", equalTo("2026-01 · de"))
                .body("channel", equalTo("paper"))
                .body("givenAt", equalTo("2026-01-05T08:30:00Z"))
                .body("signatureReference", equalTo("archive 7, folder 12"))
                .body("recordedAt", notNullValue())
                .body("recordedBy", startsWith("api-key:"))
                .body("$", not(hasKey("withdrawnAt")));
        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND action = 'consent.give'", gallery))
                .isEqualTo(1);
    }

    @Test
    void consentsAreListedAPageAtATime() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice");
        for (String version : List.of("1", "2", "3")) {
            post(gallery, "alice", Map.of("textVersion", version, "channel", "web"))
                    .then()
                    .statusCode(201);
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = asAdmin()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(CONSENTS, gallery, "alice")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.textVersion"));
            cursor = page.path("nextCursor");
        }
        assertThat(seen).containsExactly("1", "2", "3");
    }

    @Test
    void withdrawingErasesWhatTheConsentPermitted() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        giveConsent(gallery, "alice").then().statusCode(201);
        giveConsent(gallery, "alice").then().statusCode(201);
        enroll(gallery, "alice", FACE).then().statusCode(201);
        enroll(gallery, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(201);
        assertThat(biometricRows(gallery)).isEqualTo(7);

        withdraw(gallery, "alice", Map.of("reason", "letter of 3 May"))
                .then()
                .statusCode(200)
                .body("subject", equalTo("alice"))
                .body("subjectErased", equalTo(false))
                .body("reason", equalTo("consent withdrawn: letter of 3 May"))
                .body("faces", equalTo(2))
                .body("templates", equalTo(2))
                .body("pictures", equalTo(2))
                .body("key", equalTo(true))
                .body("signature", notNullValue());

        assertThat(biometricRows(gallery)).isZero();
        asAdmin()
                .get("/v1/galleries/{g}/subjects/alice", gallery)
                .then()
                .statusCode(200)
                .body("name", equalTo("Alice"))
                .body("faces", equalTo(0));
        asAdmin().get(CONSENTS, gallery, "alice").then().body("items.withdrawnAt", hasSize(2));
        identify(gallery, FACE).then().body("outcome", equalTo("unknown"));
        enroll(gallery, "alice", FACE).then().statusCode(409).body("code", equalTo("consent_missing"));

        giveConsent(gallery, "alice").then().statusCode(201);
        enroll(gallery, "alice", FACE).then().statusCode(201);
        identify(gallery, FACE).then().body("subject", equalTo("alice"));
    }

    @Test
    void aWithdrawalNeedsNoBodyAndNoReason() throws Exception {
        String gallery = newGallery(BY_DEFAULT);
        for (String subject : List.of("a", "b", "c")) {
            putSubject(gallery, subject, subject).then().statusCode(201);
            giveConsent(gallery, subject).then().statusCode(201);
        }

        // As "curl -X POST" sends it, without a Content-Type.
        var bare = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/v1/galleries/%s/subjects/a/consents/withdrawals"
                                .formatted(RestAssured.port, gallery)))
                .header("X-API-Key", Api.FIRST_KEY)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(bare, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"reason\":\"consent withdrawn\"", "\"faces\":0");
        withdraw(gallery, "b", Map.of()).then().statusCode(200).body("reason", equalTo("consent withdrawn"));
        withdraw(gallery, "c", Map.of("reason", " "))
                .then()
                .statusCode(200)
                .body("reason", equalTo("consent withdrawn"));
    }

    @Test
    void withoutAConsentInForceThereIsNothingToWithdraw() {
        String gallery = newGallery(Map.of("consent", "optional"));
        enrolled(gallery, "alice", FACE);
        refused(withdraw(gallery, "alice", Map.of()), 404, "consent_not_found");
        assertThat(biometricRows(gallery)).isEqualTo(2);

        giveConsent(gallery, "alice").then().statusCode(201);
        withdraw(gallery, "alice", Map.of()).then().statusCode(200);
        refused(withdraw(gallery, "alice", Map.of()), 404, "consent_not_found");
    }

    @Test
    void wrongConsentsAreRefusedAndLeaveNothingBehind() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice");
        Map<String, Object> right = Map.of("textVersion", "1", "channel", "web");
        String later = Instant.now().plus(Duration.ofHours(1)).toString();

        refused(post(gallery, "alice", with(right, "channel", "telepathy")), 400, "body_invalid");
        refused(post(gallery, "alice", with(right, "channel", null)), 400, "validation_failed");
        refused(post(gallery, "alice", with(right, "textVersion", null)), 400, "validation_failed");
        refused(post(gallery, "alice", with(right, "textVersion", " ")), 400, "validation_failed");
        refused(post(gallery, "alice", with(right, "textVersion", "x".repeat(101))), 400, "validation_failed");
        refused(post(gallery, "alice", with(right, "textVersion", "a\u0000b")), 400, "validation_failed");
        refused(post(gallery, "alice", with(right, "givenAt", later)), 400, "validation_failed");
        refused(post(gallery, "alice", with(right, "givenAt", "yesterday")), 400, "body_invalid");
        refused(post(gallery, "alice", with(right, "givenAt", "-20000-01-01T00:00:00Z")), 400, "validation_failed");
        refused(
                post(gallery, "alice", with(right, "signatureReference", "x".repeat(10_000))),
                400,
                "validation_failed");
        refused(post(gallery, "alice", with(right, "withdrawnAt", "2026-01-01T00:00:00Z")), 400, "field_unknown");
        refused(withdraw(gallery, "alice", Map.of("reason", "x".repeat(201))), 400, "validation_failed");
        refused(withdraw(gallery, "alice", Map.of("reason", "a\nb")), 400, "validation_failed");
        refused(post(gallery, "nobody", right), 404, "subject_not_found");
        refused(withdraw(gallery, "nobody", Map.of()), 404, "subject_not_found");
        refused(post("no-such-gallery", "alice", right), 404, "gallery_not_found");
        refused(asAdmin().get(CONSENTS + "/" + UUID.randomUUID(), gallery, "alice"), 404, "consent_not_found");
        refused(asAdmin().get(CONSENTS + "/first", gallery, "alice"), 400, "validation_failed");

        asAdmin().get(CONSENTS, gallery, "alice").then().body("items", empty());
    }

    @Test
    void aConsentIsNotFoundUnderAnotherSubject() {
        String gallery = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice");
        putSubject(gallery, "bob", "Bob");
        String id = giveConsent(gallery, "alice").then().extract().path("id");

        refused(asAdmin().get(CONSENTS + "/" + id, gallery, "bob"), 404, "consent_not_found");
        refused(enroll(gallery, "bob", FACE), 409, "consent_missing");
    }

    @Test
    void consentsAreKeptByWhomItIsPermitted() {
        String gallery = newGallery(BY_DEFAULT);
        String other = newGallery(BY_DEFAULT);
        putSubject(gallery, "alice", "Alice");
        putSubject(other, "alice", "Alice");
        String reader = newKey(List.of("subjects.read"), null);
        String writer = newKey(List.of("consents.write"), List.of(gallery));
        Map<String, Object> right = Map.of("textVersion", "1", "channel", "web");

        refused(postAs(reader, gallery, right), 403, "operation_not_permitted");
        refused(
                as(reader).contentType(ContentType.JSON).post(WITHDRAWALS, gallery, "alice"),
                403,
                "operation_not_permitted");
        refused(as(writer).get(CONSENTS, gallery, "alice"), 403, "operation_not_permitted");
        refused(postAs(writer, other, right), 403, "gallery_not_permitted");
        refused(
                as(writer).contentType(ContentType.JSON).post(WITHDRAWALS, other, "alice"),
                403,
                "gallery_not_permitted");
        postAs(writer, gallery, right).then().statusCode(201);
        as(reader).get(CONSENTS, gallery, "alice").then().statusCode(200).body("items.channel", contains("web"));
    }

    @Test
    void theConsentsOfAnotherTenantDoNotExist() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "foreign-staff");
        as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put("/v1/galleries/foreign-staff/subjects/alice")
                .then()
                .statusCode(201);
        postAs(tenant.key(), "foreign-staff", Map.of("textVersion", "1", "channel", "web"))
                .then()
                .statusCode(201);

        refused(asAdmin().get(CONSENTS, "foreign-staff", "alice"), 404, "gallery_not_found");
        refused(withdraw("foreign-staff", "alice", Map.of()), 404, "gallery_not_found");
    }

    private static Response post(String gallery, String subject, Map<String, Object> consent) {
        return asAdmin().contentType(ContentType.JSON).body(consent).post(CONSENTS, gallery, subject);
    }

    private static Response postAs(String key, String gallery, Map<String, Object> consent) {
        return as(key).contentType(ContentType.JSON).body(consent).post(CONSENTS, gallery, "alice");
    }

    private static Response withdraw(String gallery, String subject, Map<String, Object> withdrawal) {
        return asAdmin().contentType(ContentType.JSON).body(withdrawal).post(WITHDRAWALS, gallery, subject);
    }

    private static Response patchPolicy(String gallery, Map<String, Object> policy) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("policy", policy))
                .patch("/v1/galleries/{g}", gallery);
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    private static long biometricRows(String gallery) {
        return Database.query("""
                SELECT (SELECT count(*) FROM sample WHERE gallery_id = g.id)
                    + (SELECT count(*) FROM template WHERE gallery_id = g.id)
                    + (SELECT count(*) FROM subject_key WHERE gallery_id = g.id)
                    + (SELECT count(*) FROM sample_image i JOIN sample s ON s.id = i.sample_id WHERE s.gallery_id = g.id)
                FROM gallery g WHERE g.name = ?""", gallery);
    }
}
