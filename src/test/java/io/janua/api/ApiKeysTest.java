package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a key: made, used, rotated, changed, ended. */
@QuarkusTest
class ApiKeysTest {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    @Test
    void aRotatedKeyHasTwoSecretsUntilTheOverlapEnds() {
        TestKey old = TestKey.permitting("models.read");
        TestKey rotated = old.rotated("PT1H");

        assertThat(rotated.id()).isEqualTo(old.id());
        assertThat(rotated.secret()).isNotEqualTo(old.secret());
        good(old);
        good(rotated);
        assertThat(instant(view(old), "previousSecretUntil"))
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(60));
        view(old).then().body("prefix", equalTo(rotated.secret().substring(0, 12)));

        Database.execute(
                "UPDATE api_key SET previous_until = now() - interval '1 second' WHERE id = ?",
                UUID.fromString(old.id()));
        AuditTrail.await(() -> as(old.secret()).get("/v1/models").statusCode() == 401);
        refused(as(old.secret()).get("/v1/models"), 401, "api_key_unknown");
        good(rotated);
        view(old).then().body("previousSecretUntil", nullValue());
    }

    @Test
    void aDayIsTheUsualOverlap() {
        TestKey key = TestKey.permitting("models.read");
        Response answer = rotate(FIRST_KEY, key);

        answer.then().statusCode(200);
        assertThat(instant(answer, "previousSecretUntil"))
                .isCloseTo(Instant.now().plus(Duration.ofDays(1)), within(60));
        rotate(key, "{}").then().statusCode(200);
        rotate(key, "{\"overlap\": null}").then().statusCode(200);
    }

    @Test
    void aSecondRotationEndsTheFirstSecretAtOnce() {
        TestKey first = TestKey.permitting("models.read");
        good(first);
        TestKey second = first.rotated("PT1H");
        TestKey third = second.rotated("PT1H");

        refused(as(first.secret()).get("/v1/models"), 401, "api_key_unknown");
        good(second);
        good(third);
    }

    @Test
    void withoutAnOverlapTheOldSecretEndsAtOnce() {
        TestKey old = TestKey.permitting("models.read");
        good(old);
        TestKey rotated = old.rotated("PT0S");

        refused(as(old.secret()).get("/v1/models"), 401, "api_key_unknown");
        good(rotated);
        view(old).then().body("previousSecretUntil", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "PT720H0.001S", "-PT1S"})
    void anOverlapHasBounds(String overlap) {
        TestKey key = TestKey.permitting("models.read");

        refused(rotate(key, "{\"overlap\": \"%s\"}".formatted(overlap)), 400, "validation_failed");
        rotate(key, "{\"overlap\": \"P30D\"}").then().statusCode(200);
    }

    @Test
    void anOverlapIsADuration() {
        TestKey key = TestKey.permitting("models.read");

        refused(rotate(key, "{\"overlap\": \"tomorrow\"}"), 400, "body_invalid");
        refused(rotate(key, "{\"overlaps\": \"PT1H\"}"), 400, "field_unknown");
        refused(rotate(key, "{broken"), 400, "body_invalid");
    }

    @Test
    void revokingEndsBothSecretsAtOnce() {
        TestKey old = TestKey.permitting("models.read");
        TestKey rotated = old.rotated("PT1H");
        good(old);
        good(rotated);

        asAdmin().delete("/v1/api-keys/{id}", old.id()).then().statusCode(200).body("previousSecretUntil", nullValue());
        refused(as(old.secret()).get("/v1/models"), 401, "api_key_revoked");
        refused(as(rotated.secret()).get("/v1/models"), 401, "api_key_revoked");
    }

    @Test
    void revokingElsewhereIsInForceWithinASecond() {
        TestKey key = TestKey.permitting("models.read");
        good(key);
        Database.execute("UPDATE api_key SET revoked_at = now() WHERE id = ?", UUID.fromString(key.id()));
        Instant revoked = Instant.now();

        Instant asked = revoked;
        while (as(key.secret()).get("/v1/models").statusCode() == 200) {
            // When the request began that was answered, however long the answer took.
            assertThat(Duration.between(revoked, asked)).isLessThan(REMEMBERED.multipliedBy(2));
            asked = Instant.now();
        }
        as(key.secret()).get("/v1/models").then().statusCode(401);
    }

    @Test
    void whatHasEndedStaysEnded() {
        TestKey revoked = TestKey.permitting("models.read");
        asAdmin().delete("/v1/api-keys/{id}", revoked.id()).then().statusCode(200);
        refused(rotate(revoked, "{}"), 409, "api_key_ended");
        refused(change(revoked, "{\"name\": \"again\"}"), 409, "api_key_ended");

        TestKey expired = TestKey.permitting("models.read");
        Database.execute(
                "UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = ?",
                UUID.fromString(expired.id()));
        refused(rotate(expired, "{}"), 409, "api_key_ended");
        refused(change(expired, "{\"expiresAt\": null}"), 409, "api_key_ended");
        refused(as(expired.secret()).get("/v1/models"), 401, "api_key_expired");
    }

    @Test
    void theLastUseIsShown() {
        TestKey key = TestKey.permitting("models.read");
        view(key).then().body("lastUsedAt", nullValue());
        good(key);

        assertThat(instant(view(key), "lastUsedAt")).isCloseTo(Instant.now(), within(60));
    }

    @Test
    void aChangeLeavesTheTimeOfLastUse() {
        TestKey key = TestKey.permitting("models.read");
        good(key);
        Instant used = instant(view(key), "lastUsedAt");
        change(key, "{\"name\": \"another\"}").then().statusCode(200);
        key.rotated("PT1H");

        assertThat(instant(view(key), "lastUsedAt")).isEqualTo(used);
    }

    @Test
    void nameEndAndLimitCanBeChanged() {
        TestKey key = TestKey.limited(100, "models.read");
        Instant end = Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
        change(key, "{\"name\": \"Side door\", \"expiresAt\": \"%s\", \"requestsPerMinute\": 7}".formatted(end))
                .then()
                .statusCode(200)
                .body("name", equalTo("Side door"))
                .body("requestsPerMinute", equalTo(7))
                .body("secret", nullValue());
        assertThat(instant(view(key), "expiresAt")).isEqualTo(end);
        as(key.secret()).get("/v1/models").then().statusCode(200).header("RateLimit-Limit", "7");

        change(key, "{\"expiresAt\": null, \"requestsPerMinute\": null}")
                .then()
                .body("name", equalTo("Side door"))
                .body("expiresAt", nullValue())
                .body("requestsPerMinute", nullValue());
    }

    @Test
    void whatAKeyPermitsDoesNotChange() {
        TestKey key = TestKey.permitting("models.read");
        refused(change(key, "{\"operations\": [\"identify\"]}"), 400, "field_unknown");
        refused(change(key, "{\"galleries\": [\"a\"]}"), 400, "field_unknown");
        refused(change(key, "{\"name\": null}"), 400, "validation_failed");
        refused(change(key, "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}"), 400, "validation_failed");
        refused(change(key, "{\"requestsPerMinute\": 0}"), 400, "validation_failed");
        refused(change(key, "{\"requestsPerMinute\": 1000001}"), 400, "validation_failed");
        refused(change(key, "[]"), 400, "body_invalid");

        view(key).then().body("operations", equalTo(List.of("models.read"))).body("name", equalTo("test"));
    }

    @Test
    void nobodyGetsTheSecretOfAKeyThatPermitsMore() {
        TestKey manager = TestKey.permitting("api-keys", "models.read");
        TestKey stronger = TestKey.permitting("models.read", "identify");
        TestKey equal = TestKey.permitting("models.read");

        refused(rotate(manager.secret(), stronger), 403, "operation_not_permitted");
        refused(
                as(manager.secret())
                        .contentType(ContentType.JSON)
                        .body("{\"name\": \"mine\"}")
                        .patch("/v1/api-keys/{id}", stronger.id()),
                403,
                "operation_not_permitted");
        rotate(manager.secret(), equal).then().statusCode(200);
        good(stronger);
    }

    @Test
    void nobodyHandsOutALongerLifeThanTheirOwn() {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        TestKey manager = TestKey.make(FIRST_KEY, Map.of("expiresAt", end.toString()), "api-keys", "models.read");
        TestKey lasting = TestKey.permitting("models.read");

        refused(rotate(manager.secret(), lasting), 400, "validation_failed");
        TestKey own = TestKey.make(
                manager.secret(), Map.of("expiresAt", end.minusSeconds(60).toString()), "models.read");
        refused(
                as(manager.secret())
                        .contentType(ContentType.JSON)
                        .body("{\"expiresAt\": null}")
                        .patch("/v1/api-keys/{id}", own.id()),
                400,
                "validation_failed");
    }

    @Test
    void tenantsAreMadeByThePlatformAlone() {
        var tenant = Tenants.newTenant();
        refused(
                as(tenant.key())
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "k", "operations", List.of("tenants")))
                        .post("/v1/api-keys"),
                403,
                "operation_not_permitted");

        TestKey.permitting("tenants");
    }

    @Test
    void aKeyOfAnotherTenantDoesNotExist() {
        var tenant = Tenants.newTenant();
        TestKey key = TestKey.permitting("models.read");

        refused(rotate(tenant.key(), key), 404, "api_key_not_found");
        refused(
                as(tenant.key())
                        .contentType(ContentType.JSON)
                        .body("{\"name\": \"mine\"}")
                        .patch("/v1/api-keys/{id}", key.id()),
                404,
                "api_key_not_found");
        good(key);
    }

    @Test
    void theLastManagerGetsNoEnd() {
        var tenant = Tenants.newTenant();
        String id = as(tenant.key()).get("/v1/api-keys").path("items[0].id");
        refused(
                as(tenant.key())
                        .contentType(ContentType.JSON)
                        .body("{\"expiresAt\": \"2090-01-01T00:00:00Z\"}")
                        .patch("/v1/api-keys/{id}", id),
                409,
                "api_key_is_last");
        as(tenant.key())
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Head of IT\"}")
                .patch("/v1/api-keys/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void rotationsAtOneTimeComeOneAfterTheOther() throws InterruptedException {
        TestKey key = TestKey.permitting("models.read");
        List<Callable<TestKey>> rotations = Collections.nCopies(8, () -> key.rotated("PT1H"));
        try (var rotators = Executors.newVirtualThreadPerTaskExecutor()) {
            var secrets = rotators.invokeAll(rotations).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(secrets)
                    .filteredOn(
                            rotated -> as(rotated.secret()).get("/v1/models").statusCode() == 200)
                    .hasSize(2);
        }
    }

    @Test
    void twoManagersCannotRevokeEachOther() throws InterruptedException {
        var tenant = Tenants.newTenant();
        String first = as(tenant.key()).get("/v1/api-keys").path("items[0].id");
        TestKey second = TestKey.make(tenant.key(), Map.of(), "api-keys");
        try (var managers = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = managers
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> as(tenant.key())
                                    .delete("/v1/api-keys/{id}", second.id())
                                    .statusCode(),
                            () -> as(second.secret())
                                    .delete("/v1/api-keys/{id}", first)
                                    .statusCode()))
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(statuses).containsOnlyOnce(200).doesNotContain(500);
        }
    }

    @Test
    void listsShowNeitherSecretsNorHashes() {
        TestKey key = TestKey.permitting("models.read");
        TestKey rotated = key.rotated("PT1H");
        String hash =
                Database.text("SELECT encode(secret_hash, 'hex') FROM api_key WHERE id = '%s'".formatted(key.id()));
        String base64 =
                Database.text("SELECT encode(secret_hash, 'base64') FROM api_key WHERE id = '%s'".formatted(key.id()));

        asAdmin()
                .queryParam("limit", 500)
                .get("/v1/api-keys")
                .then()
                .body(not(containsString(key.secret())))
                .body(not(containsString(rotated.secret())))
                .body(not(containsString(hash)))
                .body(not(containsString(base64)))
                .body(not(containsString("Hash")));
    }

    @Test
    void theLogTellsWhatBecameOfAKey() {
        TestKey key = TestKey.make(
                FIRST_KEY,
                Map.of("name", "Door", "galleries", List.of("a", "b"), "requestsPerMinute", 9),
                "verify",
                "identify");
        change(key, "{\"requestsPerMinute\": 8}").then().statusCode(200);
        key.rotated("PT1H");
        asAdmin().delete("/v1/api-keys/{id}", key.id()).then().statusCode(200);

        var entries = AuditTrail.entries(FIRST_KEY, Map.of("limit", 20)).stream()
                .filter(entry -> key.id().equals(entry.get("subject")))
                .toList();
        assertThat(entries)
                .extracting(entry -> entry.get("action"))
                .containsExactly("api-key.revoke", "api-key.rotate", "api-key.change", "api-key.create");
        assertThat(entries.getLast())
                .extracting("facts")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("name", "Door")
                .containsEntry("operations", "identify verify")
                .containsEntry("galleries", "a b")
                .containsEntry("requestsPerMinute", 9);
        assertThat(entries.toString()).doesNotContain(key.secret());
    }

    private static Response view(TestKey key) {
        return asAdmin().get("/v1/api-keys/{id}", key.id());
    }

    private static Response rotate(String rotator, TestKey key) {
        return as(rotator).contentType(ContentType.JSON).post("/v1/api-keys/{id}/rotations", key.id());
    }

    private static Response rotate(TestKey key, String body) {
        return asAdmin().contentType(ContentType.JSON).body(body).post("/v1/api-keys/{id}/rotations", key.id());
    }

    private static Response change(TestKey key, String patch) {
        return asAdmin().contentType(ContentType.JSON).body(patch).patch("/v1/api-keys/{id}", key.id());
    }

    private static void good(TestKey key) {
        as(key.secret()).get("/v1/models").then().statusCode(200);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    private static Instant instant(Response answer, String path) {
        return Instant.parse(answer.path(path));
    }

    private static TemporalUnitOffset within(long seconds) {
        return new TemporalUnitWithinOffset(seconds, ChronoUnit.SECONDS);
    }
}
