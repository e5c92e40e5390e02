package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.numbered;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.access.decision.DecisionSweepRun;
import io.janua.support.AccessApi;
import io.janua.support.Api;
import io.janua.support.Database;
import io.janua.support.Door;
import io.janua.support.EventListener;
import io.janua.support.MovableClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One event is one decision, however often it is told, and whoever tells it at the same time. */
@QuarkusTest
class AccessRepetitionTest {

    private static final byte[] ALICES = synthetic(ALICE + "/3.jpg");
    private static final byte[] BOBS = synthetic(BOB + "/3.jpg");

    @TestHTTPResource("/v1/events")
    URI events;

    @Inject
    MovableClock clock;

    @AfterEach
    void putTheClockRight() {
        clock.putRight();
    }

    @Test
    void theSamePictureIsOneEvent() {
        Door door = door(Map.of("debounceSeconds", 60, "commandSeconds", 60));
        String id =
                door.decided(ALICES).body("repeated", equalTo(false)).extract().path("id");

        door.decided(ALICES).body("repeated", equalTo(true)).body("id", equalTo(id));
        assertThat(door.decisions()).isOne();
        clock.move(Duration.ofSeconds(61));
        door.decided(ALICES).body("repeated", equalTo(false));
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void thePersonInAnotherPictureIsTheSameEvent() {
        Door door = door(Map.of("debounceSeconds", 60, "commandSeconds", 60));
        String granted = door.decided(ALICES).extract().path("id");
        String unknown =
                door.decided(BOBS).body("repeated", equalTo(false)).extract().path("id");

        door.decided(numbered(ALICES, 1)).body("repeated", equalTo(true)).body("id", equalTo(granted));
        door.decided(numbered(BOBS, 1)).body("repeated", equalTo(true)).body("id", equalTo(unknown));
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void whoStandsInTheDoorStillHasTheirGrant() {
        Door door = Door.in(
                        Api.newGallery(),
                        Map.of("zoneTo", "hall", "settings", Map.of("debounceSeconds", 60, "antiPassback", "hard")))
                .permit(Map.of("everyone", true));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
        String id = door.decided(ALICES)
                .body("outcome", equalTo("granted"))
                .extract()
                .path("id");

        door.decided(numbered(ALICES, 1)).body("id", equalTo(id)).body("outcome", equalTo("granted"));
        clock.move(Duration.ofSeconds(61));
        door.decided(numbered(ALICES, 2)).body("reason", equalTo("antipassback"));
    }

    @Test
    void aDuressPinIsNoRepetitionOfAnOrdinaryGrant() throws IOException {
        Door door = Door.in(
                        Api.newGallery(),
                        Map.of(
                                "zoneTo",
                                "hall",
                                "settings",
                                Map.of("debounceSeconds", 60, "commandSeconds", 60, "antiPassback", "hard")))
                .permit(Map.of("everyone", true));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
        AccessApi.put(
                        Api.FIRST_KEY,
                        "/v1/galleries/%s/subjects/alice/access/pin".formatted(door.gallery()),
                        Map.of("pin", "4711", "duressPin", "4712"))
                .then()
                .statusCode(200);
        try (var listener = new EventListener(URI.create(events + "?points=" + door.name()), Api.FIRST_KEY, null)) {
            String ordinary = withPin(door, "4711", 1, false);
            String forced = withPin(door, "4712", 2, false);

            assertThat(forced).isNotEqualTo(ordinary);
            assertThat(JsonPath.from(listener.next().data()).getMap("data"))
                    .containsEntry("decision", ordinary)
                    .doesNotContainEntry("duress", true);
            assertThat(JsonPath.from(listener.next().data()).getMap("data"))
                    .containsEntry("decision", forced)
                    .containsEntry("duress", true);
            // And whoever still stands in the door has not come in twice.
            assertThat(withPin(door, "4712", 2, true)).isEqualTo(forced);
            assertThat(withPin(door, "4712", 3, true)).isEqualTo(forced);
        }
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackMakesNoOldGrantNew() {
        Door door = door(Map.of("debounceSeconds", 4));
        String id = door.decided(ALICES).extract().path("id");
        clock.move(Duration.ofHours(-1));

        String other = door.decided(ALICES)
                .body("repeated", equalTo(false))
                .body("outcome", equalTo("granted"))
                .extract()
                .path("id");
        assertThat(other).isNotEqualTo(id);
        clock.move(Duration.ofHours(3));
        door.decided(ALICES).body("repeated", equalTo(false)).body("outcome", equalTo("granted"));
    }

    @Test
    void aGrantThatIsOverIsNotToldAgain() {
        Door door = door(Map.of("debounceSeconds", 60, "commandSeconds", 5));
        keyed(door, "k-1", ALICES).then().body("outcome", equalTo("granted"));
        clock.move(Duration.ofSeconds(6));

        keyed(door, "k-1", ALICES)
                .then()
                .statusCode(409)
                .body("code", equalTo("access_grant_over"))
                .body("field", equalTo("Idempotency-Key"));
        door.decided(ALICES).body("outcome", equalTo("granted")).body("repeated", equalTo(false));
    }

    @Test
    void aGrantDoesNotOutliveALockdown() {
        Door door = door(Map.of("debounceSeconds", 60));
        keyed(door, "k-1", ALICES).then().body("outcome", equalTo("granted"));
        door.mode("lockdown");

        door.decided(ALICES).body("outcome", equalTo("blocked")).body("reason", equalTo("lockdown"));
        keyed(door, "k-1", ALICES).then().statusCode(409).body("code", equalTo("access_grant_over"));
    }

    @Test
    void aKeyIsGoodForOneRequest() {
        Door door = door(Map.of("debounceSeconds", 0, "commandSeconds", 60));
        String id = keyed(door, "k-1", ALICES)
                .then()
                .body("repeated", equalTo(false))
                .extract()
                .path("id");
        clock.move(Duration.ofSeconds(3));

        keyed(door, "k-1", ALICES)
                .then()
                .statusCode(200)
                .body("repeated", equalTo(true))
                .body("id", equalTo(id));
        keyed(door, "k-1", BOBS)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"))
                .body("field", equalTo("Idempotency-Key"));
        keyed(door, "k-2", ALICES).then().body("repeated", equalTo(false));
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void aKeyThatComesManyTimesAtOnceIsOneDecision() throws Exception {
        Door door = door(Map.of("debounceSeconds", 0, "commandSeconds", 60));

        List<Response> answers = together(8, number -> keyed(door, "k", ALICES));

        answers.forEach(answer -> answer.then().statusCode(200).body("outcome", equalTo("granted")));
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(door.decisions()).isOne();
    }

    @Test
    void twoPicturesUnderOneKeyAtOnceAreOneDecisionAndOneRefusal() throws Exception {
        for (int round = 0; round < 5; round++) {
            Door door = door(Map.of("debounceSeconds", 0));

            List<Response> answers = together(2, number -> keyed(door, "k", number == 0 ? ALICES : BOBS));

            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 422);
            assertThat(door.decisions()).isOne();
        }
    }

    @Test
    void fiftyAtOnceOfOnePersonAtAHardPointAreOneGrant() throws Exception {
        Door door = Door.in(
                        Api.newGallery(),
                        Map.of("zoneTo", "hall", "settings", Map.of("debounceSeconds", 0, "antiPassback", "hard")))
                .permit(Map.of("everyone", true));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));

        List<Response> answers = together(50, number -> patiently(() -> door.decide(numbered(ALICES, number))));

        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("reason"))
                        .collect(Collectors.groupingBy(reason -> reason, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("rule", 1L, "antipassback", 49L));
        assertThat(door.decisions()).isEqualTo(50);
    }

    @Test
    void fiftyAtOnceWithinTheDebounceTimeAreOneEvent() throws Exception {
        // A grant is repeated while it is good, and fifty may take longer than the usual five seconds.
        Door door = door(Map.of("debounceSeconds", 60, "commandSeconds", 60));

        List<Response> people = together(50, number -> patiently(() -> door.decide(numbered(ALICES, number))));
        List<Response> strangers = together(50, number -> patiently(() -> door.decide(numbered(BOBS, number))));

        assertThat(people.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(strangers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(door.decisions()).isEqualTo(2);
    }

    @Test
    void whatARequestIsKnownByIsForgottenInTime() {
        Door door = door(Map.of("debounceSeconds", 4));
        door.decided(ALICES);
        keyed(door, "k", BOBS).then().statusCode(200);
        assertThat(known(door)).isEqualTo(2);

        clock.move(Duration.ofSeconds(61));
        DecisionSweepRun.now();
        assertThat(known(door)).isOne();
        clock.move(Duration.ofHours(24));
        DecisionSweepRun.now();
        assertThat(known(door)).isZero();
        assertThat(door.decisions()).isEqualTo(2);
        clock.move(Duration.ofDays(90));
        DecisionSweepRun.now();
        assertThat(door.decisions()).isZero();
    }

    private static long known(Door door) {
        return Database.query(
                "SELECT count(*) FROM access_decision d JOIN access_point p ON p.id = d.point_id"
                        + " WHERE p.name = ? AND d.request_digest IS NOT NULL",
                door.name());
    }

    private static Door door(Map<String, Object> settings) {
        Door door = Door.open(settings);
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
        return door;
    }

    private static Response keyed(Door door, String key, byte[] picture) {
        return door.decide(asAdmin().header("Idempotency-Key", key), picture);
    }

    /** @return the decision, by which alice passes */
    private static String withPin(Door door, String pin, int picture, boolean repeated) {
        return door.decide(asAdmin().header("X-Pin", pin), numbered(ALICES, picture))
                .then()
                .statusCode(200)
                .body("reason", equalTo("rule"))
                .body("repeated", equalTo(repeated))
                .extract()
                .path("id");
    }

    /** The queue for inference is short in tests. */
    private static Response patiently(Callable<Response> request) throws Exception {
        Response answer = request.call();
        while (answer.statusCode() == 503) {
            answer = request.call();
        }
        return answer;
    }

    private interface Numbered {
        Response call(int number) throws Exception;
    }

    private static List<Response> together(int many, Numbered request) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> calls = new ArrayList<>();
            IntStream.range(0, many).forEach(number -> calls.add(callers.submit(() -> request.call(number))));
            List<Response> answers = new ArrayList<>();
            for (Future<Response> call : calls) {
                answers.add(call.get());
            }
            return answers;
        }
    }
}
