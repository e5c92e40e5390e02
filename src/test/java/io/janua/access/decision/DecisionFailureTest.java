package io.janua.access.decision;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.janua.security.Acting;
import io.janua.support.Api;
import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Door;
import io.janua.support.TestDatabase;
import io.janua.support.TestKey;
import io.janua.vision.FaceRecognizer;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A door never opens by an error, unless it is told to; and what is decided is recorded, or was never decided. */
@QuarkusTest
class DecisionFailureTest {

    private static final byte[] ALICES = synthetic(ALICE + "/3.jpg");

    @Inject
    DecisionService decisions;

    @Inject
    FaceRecognizer recognizer;

    @Inject
    @CacheName("door-keys")
    Cache doorKeys;

    @AfterEach
    void theDatabaseIsBack() {
        Database.giveBack();
    }

    @Test
    void withoutADatabaseADoorStaysShut() {
        Door door = door(Map.of("debounceSeconds", 0));
        door.decided(ALICES).body("outcome", equalTo("granted"));
        TestDatabase.proxy().cut();
        try {
            door.decide(ALICES).then().statusCode(503).body("code", equalTo("database_unavailable"));
            assertThatThrownBy(() -> decide(door)).isInstanceOf(RuntimeException.class);
        } finally {
            theDatabaseIsBack();
        }
        door.decided(ALICES).body("outcome", equalTo("granted"));
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void withoutADatabaseADoorThatIsToOpenOpens() {
        Door door = door(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        Door unseen = door(Map.of("onFailure", "grant"));
        door.decided(ALICES).body("outcome", equalTo("granted"));
        TestDatabase.proxy().cut();
        try {
            AccessDecisionView opened = decide(door);
            assertThat(opened.outcome()).isEqualTo(AccessOutcome.GRANTED);
            assertThat(opened.reason()).isEqualTo(AccessReason.FAILED_SAFE);
            assertThat(opened.recorded()).isFalse();
            assertThat(opened.subject()).isNull();
            assertThat(opened.expiresAt()).isAfter(opened.decidedAt());
            // What is not known cannot be told to open.
            assertThatThrownBy(() -> decide(unseen)).isInstanceOf(RuntimeException.class);
        } finally {
            theDatabaseIsBack();
        }
        door.decided(ALICES).body("reason", equalTo("rule"));
        assertThat(door.decisions()).isEqualTo(2);
    }

    /** It would stay open for everybody, until somebody notices. */
    @Test
    void aGalleryOfAnotherModelOpensNothing() {
        Door door = door(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        Database.execute("UPDATE gallery SET model = 'another' WHERE name = ?", door.gallery());

        // Galleries are remembered for a moment.
        AuditTrail.await(() -> door.decide(ALICES).statusCode() == 409);
        door.decide(ALICES).then().body("code", equalTo("model_mismatch"));
    }

    @Test
    void itStillKnowsItsDevicesAndNobodyElse() {
        Door door = door(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        String device = Api.newKey(List.of("access.decide"), List.of(door.gallery()));
        String other = Api.newKey(List.of("identify"), null);
        TestKey revoked = TestKey.make(Api.FIRST_KEY, Map.of(), "access.decide");
        for (String key : List.of(device, revoked.secret())) {
            door.decide(as(key), ALICES).then().statusCode(200).body("outcome", equalTo("granted"));
        }
        asAdmin().delete("/v1/api-keys/{id}", revoked.id()).then().statusCode(200);
        door.decide(as(device), ALICES).then().statusCode(200);
        TestDatabase.proxy().cut();
        // Longer than a key is good without a question.
        AuditTrail.await(() -> as(device).get("/v1/me").statusCode() == 503);

        door.decide(as(device), ALICES).then().statusCode(200).body("reason", equalTo("failed_safe"));
        door.decide(as(other), ALICES).then().statusCode(503);
        door.decide(as(revoked.secret()), ALICES).then().statusCode(503);
        door.decide(as(Api.FIRST_KEY + "x"), ALICES).then().statusCode(503);
        as(device).get("/v1/access/points/{p}", door.name()).then().statusCode(503);
    }

    /** Nobody comes with it in between, which would tell as well. */
    @Test
    void aKeyThatWasRevokedElsewhereOpensNothingLater() {
        Door door = door(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        TestKey revoked = TestKey.make(Api.FIRST_KEY, Map.of(), "access.decide");
        door.decide(as(revoked.secret()), ALICES).then().statusCode(200);
        int known = doorKeys.as(CaffeineCache.class).keySet().size();
        // As another instance leaves it: this one is told nothing.
        Database.execute("UPDATE api_key SET revoked_at = now() WHERE id = ?", UUID.fromString(revoked.id()));
        AuditTrail.await(() -> doorKeys.as(CaffeineCache.class).keySet().size() < known);
        TestDatabase.proxy().cut();

        door.decide(as(revoked.secret()), ALICES).then().statusCode(503);
    }

    @Test
    void aDoorThatIsToOpenStaysShutInALockdown() {
        Door door = door(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        door.decided(ALICES).body("outcome", equalTo("granted"));
        // Nobody has asked there since.
        door.mode("lockdown");
        TestDatabase.proxy().cut();
        assertThatThrownBy(() -> decide(door)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void withTooMuchWorkEveryDoorStaysShut() throws Exception {
        Door shut = door(Map.of("debounceSeconds", 0));
        Door open = door(Map.of("debounceSeconds", 0, "onFailure", "grant"));
        shut.decided(ALICES).body("outcome", equalTo("granted"));
        open.decided(ALICES).body("outcome", equalTo("granted"));
        int threads = Runtime.getRuntime().availableProcessors();
        int queueLength = 8;
        var release = new CountDownLatch(1);
        var occupied = new CountDownLatch(threads);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                callers.submit(() -> recognizer.pool().call(pipeline -> {
                    occupied.countDown();
                    return await(release);
                }));
            }
            occupied.await();
            for (int i = 0; i < queueLength; i++) {
                callers.submit(() -> recognizer.pool().call(pipeline -> null));
            }
            while (recognizer.pool().waiting() < queueLength) {
                Thread.onSpinWait();
            }

            shut.decide(ALICES).then().statusCode(503).body("code", equalTo("busy"));
            open.decide(ALICES).then().statusCode(503).body("code", equalTo("busy"));
            release.countDown();
        }
    }

    @Test
    void aBrokenPictureOpensNothing() {
        Door door = door(Map.of("onFailure", "grant"));
        door.decided(ALICES).body("outcome", equalTo("granted"));

        door.decide("no picture".getBytes()).then().statusCode(415);
        door.decide(new byte[0]).then().statusCode(400);
    }

    @Test
    void whatCannotBeRecordedIsNotDecided() {
        for (String table : List.of("access_decision", "access_presence", "audit_entry")) {
            Door door = Door.in(newGallery(), Map.of("zoneTo", "hall", "settings", Map.of("debounceSeconds", 0)))
                    .permit(Map.of("everyone", true));
            enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
            String request = "r-" + UUID.randomUUID();
            // At once, and at the commit when everything is written already, and with the connection.
            refused(table, "", "RAISE EXCEPTION 'a test refuses the row'", door, request);
            refused(table, "DEFERRABLE INITIALLY DEFERRED", "RAISE EXCEPTION 'a test refuses the row'", door, request);
            refused(table, "", "PERFORM pg_terminate_backend(pg_backend_pid())", door, request);

            assertThat(door.decisions()).as(table).isZero();
            assertThat(presences(door)).as(table).isZero();
            assertThat(AuditTrail.of(Api.FIRST_KEY, request)).as(table).isEmpty();
            door.decided(ALICES).body("outcome", equalTo("granted"));
            assertThat(presences(door)).isOne();
        }
    }

    private void refused(String table, String when, String action, Door door, String request) {
        String name = "fail_" + UUID.randomUUID().toString().replace('-', '_');
        Database.execute("CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS".formatted(name)
                + " $$ BEGIN %s; RETURN NULL; END $$".formatted(action));
        Database.execute("CREATE %s TRIGGER %s AFTER INSERT ON %s %s FOR EACH ROW EXECUTE FUNCTION %s()"
                .formatted(when.isEmpty() ? "" : "CONSTRAINT", name, table, when, name));
        try {
            door.decide(asAdmin().header("X-Request-Id", request), ALICES)
                    .then()
                    .statusCode(greaterThanOrEqualTo(500));
        } finally {
            Database.execute("DROP FUNCTION %s() CASCADE".formatted(name));
        }
    }

    private static long presences(Door door) {
        return Database.query(
                "SELECT count(*) FROM access_presence w JOIN access_point p ON p.id = w.point_id WHERE p.name = ?",
                door.name());
    }

    /** Past the look-up of credentials, which needs the database too. */
    private AccessDecisionView decide(Door door) {
        return new Acting("default", "system:test")
                .call(() -> decisions.decide(
                        door.name(),
                        new Request(
                                List.of(ALICES),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static Door door(Map<String, Object> settings) {
        Door door = Door.open(settings);
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
        return door;
    }

    private static Object await(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
