package io.janua.access.decision;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.janua.access.PointRef;
import io.janua.security.Acting;
import io.janua.support.AccessApi;
import io.janua.support.Database;
import io.janua.support.Door;
import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is remembered of a point holds until somebody changes the point, here or at another instance. */
@QuarkusTest
class RememberedPointsTest {

    private static final byte[] ALICES = synthetic(ALICE + "/3.jpg");
    private static final byte[] BOBS = synthetic(BOB + "/3.jpg");

    @Inject
    OpeningPoints opening;

    @Test
    void nobodyPassesUnseenWhereTheReleaseHasJustEnded() throws SQLException {
        Door door = Door.open(Map.of("debounceSeconds", 0));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));

        whileTheReleaseEnds(door, () -> withoutPicture(door))
                .then()
                .statusCode(400)
                .body("code", equalTo("image_missing"));
        assertThat(door.decisions()).isZero();
        whileTheReleaseEnds(door, () -> door.decide(BOBS))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("denied"))
                .body("reason", equalTo("not_identified"));
        whileTheReleaseEnds(door, () -> door.decide(ALICES))
                .then()
                .statusCode(200)
                .body("reason", equalTo("rule"))
                .body("subject", equalTo("alice"));
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void whatIsChangedHereIsForgottenAtOnce() {
        Door changed = opensOnFailure();
        Door locked = opensOnFailure();
        Door deleted = opensOnFailure();

        AccessApi.patch("/v1/access/points/" + changed.name(), Map.of("settings", Map.of("openSeconds", 7)))
                .then()
                .statusCode(200);
        assertThat(remembered(changed)).isEmpty();
        withoutPicture(changed).then().statusCode(400);
        assertThat(remembered(changed).orElseThrow().settings().openSeconds()).isEqualTo(7);

        locked.mode("lockdown");
        assertThat(remembered(locked)).isEmpty();
        withoutPicture(locked).then().statusCode(200).body("reason", equalTo("lockdown"));
        assertThat(remembered(locked)).isEmpty();
        locked.mode("normal");
        withoutPicture(locked).then().statusCode(400);
        assertThat(remembered(locked)).isPresent();

        asAdmin().delete("/v1/access/points/{p}", deleted.name()).then().statusCode(204);
        assertThat(remembered(deleted)).isEmpty();
        withoutPicture(deleted).then().statusCode(404);
        assertThat(remembered(deleted)).isEmpty();
    }

    @Test
    void whatAnotherInstanceChangesIsKnownBeforeAnybodyAsks() {
        Door changed = opensOnFailure();
        Door locked = opensOnFailure();
        Door disabled = opensOnFailure();
        Door secured = opensOnFailure();
        Door deleted = opensOnFailure();
        Door untouched = opensOnFailure();

        elsewhere(changed, "settings = settings || '{\"openSeconds\": 7}'");
        elsewhere(locked, "mode = 'LOCKDOWN', mode_reason = 'A test'");
        elsewhere(disabled, "enabled = false");
        elsewhere(secured, "settings = settings || '{\"onFailure\": \"deny\"}'");
        Database.execute("DELETE FROM access_point WHERE name = ?", deleted.name());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(remembered(changed).orElseThrow().settings().openSeconds())
                    .isEqualTo(7);
            assertThat(Stream.of(locked, disabled, secured, deleted).map(this::remembered))
                    .allMatch(Optional::isEmpty);
        });
        assertThat(remembered(untouched)).isPresent();
    }

    /** A point that is remembered as one that opens, since somebody asked there. */
    private Door opensOnFailure() {
        Door door = Door.open(Map.of("onFailure", "grant"));
        withoutPicture(door).then().statusCode(400);
        assertThat(remembered(door)).isPresent();
        return door;
    }

    private Optional<PointRef> remembered(Door door) {
        return new Acting("default", "system:test").call(() -> opening.find(door.name()));
    }

    /** Another instance ends the release after this one has looked at the point, and before it decides. */
    private static Response whileTheReleaseEnds(Door door, Supplier<Response> request) throws SQLException {
        door.mode("released");
        CompletableFuture<Response> answer;
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // In the place of another decision about nobody in particular.
            statement.execute("""
                    SELECT pg_advisory_xact_lock(hashtextextended(CAST(id AS text), 0)) FROM access_point
                    WHERE name = '%s'""".formatted(door.name()));
            answer = CompletableFuture.supplyAsync(request);
            await().until(() -> answer.isDone() || Database.somebodyWaits());
            assertThat(answer).as("a decision that waits for the other one").isNotDone();
            elsewhere(door, "mode = 'NORMAL', mode_reason = NULL");
            connection.commit();
        }
        return answer.join();
    }

    private static void elsewhere(Door door, String change) {
        Database.execute("UPDATE access_point SET %s WHERE name = ?".formatted(change), door.name());
    }

    private static Response withoutPicture(Door door) {
        return asAdmin().contentType(ContentType.JSON).body("{}").post("/v1/access/points/{p}/decisions", door.name());
    }
}
