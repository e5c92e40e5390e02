package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Happened.decided;
import static io.janua.support.TestReceiver.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.support.Database;
import io.janua.support.Happened;
import io.janua.support.Hooks;
import io.janua.support.Hooks.TestHook;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestDatabase;
import io.janua.support.TestReceiver;
import io.janua.support.TestReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens reaches those who asked for it: at least once, in order for each door, whatever receivers do. */
@QuarkusTest
class WebhooksTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Inject
    Happened happened;

    private TestTenant tenant;
    private TestReceiver receiver;

    @BeforeEach
    void somebodyListens() {
        tenant = Tenants.newTenant();
        receiver = TestReceiver.plain();
    }

    @AfterEach
    void nobodyListens() {
        receiver.close();
    }

    @Test
    void aWebhookIsSignedAsTheStandardSays() {
        TestHook hook = Hooks.webhook(tenant.key(), receiver);

        happened.granted(tenant.id(), "north", 1);

        Received request = receiver.awaitReceived(1).getFirst();
        assertThatCode(() -> verify(request, hook.secret())).doesNotThrowAnyException();
        JsonPath body = JsonPath.from(request.body());
        assertThat(body.getString("type")).isEqualTo("access.granted");
        assertThat(Instant.parse(body.getString("timestamp"))).isBefore(Instant.now());
        assertThat(body.getString("data.subject")).isEqualTo("subject-1");
        assertThat(body.getString("data.point")).isEqualTo("north");
        assertThat(request.body()).doesNotContain("score", "threshold", "name");
        var delivery = hook.delivery(
                hook.awaitDeliveries("delivered", 1).getFirst().get("id").toString());
        assertThat(delivery.getString("id")).isEqualTo(request.header("webhook-id"));
        assertThat(delivery.getString("request.body")).isEqualTo(request.body());
        assertThat(delivery.getString("request.headers.webhook-signature"))
                .isEqualTo(request.header("webhook-signature"));
        assertThat(delivery.getInt("answer.status")).isEqualTo(204);
        assertThat(delivery.getInt("attempts")).isEqualTo(1);
    }

    @Test
    void secretsChangeOneBesideTheOther() {
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        String second = as(tenant.key())
                .contentType("application/json")
                .body(Map.of("kind", "hmac"))
                .post("/v1/hooks/{h}/secrets", hook.name())
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        as(tenant.key())
                .contentType("application/json")
                .body(Map.of("kind", "ed25519"))
                .post("/v1/hooks/{h}/secrets", hook.name())
                .then()
                .statusCode(201)
                .body("secret", nullValue())
                .body("publicKey", org.hamcrest.Matchers.startsWith("whpk_"));
        as(tenant.key())
                .post("/v1/hooks/{h}/tests", hook.name())
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"));

        Received request = receiver.received().getFirst();
        assertThat(request.header("webhook-signature").split(" ")).hasSize(3);
        assertThatCode(() -> verify(request, hook.secret())).doesNotThrowAnyException();
        assertThatCode(() -> verify(request, second)).doesNotThrowAnyException();

        List<String> ids = hook.get().path("secrets.id");
        for (String id : ids.subList(0, 2)) {
            as(tenant.key())
                    .delete("/v1/hooks/{h}/secrets/{s}", hook.name(), id)
                    .then()
                    .statusCode(204);
        }
        as(tenant.key())
                .delete("/v1/hooks/{h}/secrets/{s}", hook.name(), ids.getLast())
                .then()
                .statusCode(409)
                .body("code", equalTo("hook_secret_last"));
    }

    @Test
    void eachDoorIsToldInOrder() {
        Hooks.webhook(tenant.key(), receiver);

        for (int i = 0; i < 200; i++) {
            happened.granted(tenant.id(), "door-" + i % 4, i);
        }

        var all = receiver.awaitReceived(200);
        for (int door = 0; door < 4; door++) {
            String point = "door-" + door;
            assertThat(all.stream()
                            .map(request -> JsonPath.from(request.body()))
                            .filter(body -> body.getString("data.point").equals(point))
                            .map(body -> body.getInt("data.number")))
                    .isSorted()
                    .hasSize(50);
        }
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameIdAndHoldsOnlyItsDoorBack() {
        receiver.then(answering(500));
        TestHook hook = Hooks.webhook(tenant.key(), receiver);

        happened.granted(tenant.id(), "north", 1);
        receiver.awaitReceived(1);
        var failed = hook.awaitDeliveries("waiting", 1).getFirst();
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(failed.get("nextAttemptAt").toString())))
                .isLessThan(Duration.ofSeconds(6));
        hook.delay();
        happened.granted(tenant.id(), "north", 2);
        happened.granted(tenant.id(), "south", 3);
        hook.awaitDeliveries("delivered", 1);
        assertThat(numbers()).containsExactly(1, 3);
        var waiting = hook.awaitDeliveries("waiting", 2);
        assertThat(waiting.getLast()).containsEntry("attempts", 1).containsEntry("error", "The receiver answered 500.");
        assertThat(waiting.getFirst()).containsEntry("attempts", 0).doesNotContainKey("nextAttemptAt");
        assertThat(hook.get().jsonPath().getInt("waiting")).isEqualTo(2);

        hook.hurry();

        receiver.awaitReceived(4);
        hook.awaitDeliveries("delivered", 3);
        assertThat(numbers()).containsExactly(1, 3, 1, 2);
        assertThat(receiver.received().get(2).header("webhook-id"))
                .isEqualTo(receiver.received().getFirst().header("webhook-id"));
        assertThatCode(() -> verify(receiver.received().get(2), hook.secret())).doesNotThrowAnyException();
    }

    @Test
    void theFirstRetryComesAfterFiveSeconds() {
        receiver.then(answering(503));
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        Instant began = Instant.now();

        happened.granted(tenant.id(), "north", 1);

        receiver.awaitReceived(2);
        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(60));
        hook.awaitDeliveries("delivered", 1);
    }

    @Test
    void whoIsGoneIsToldNoMore() {
        receiver.always(answering(410));
        TestHook hook = Hooks.webhook(tenant.key(), receiver);

        happened.granted(tenant.id(), "north", 1);

        await().atMost(SOON).until(() -> hook.get().path("enabled").equals(false));
        assertThat(hook.get().<String>path("disabledReason")).contains("410");
        happened.granted(tenant.id(), "north", 2);
        as(tenant.key())
                .queryParam("action", "hook.disable")
                .get("/v1/audit/entries")
                .then()
                .body("items[0].entry.facts.hook", equalTo(hook.name()));
        receiver.always(answering(200));
        hook.patch(Map.of("enabled", true)).then().statusCode(200).body("disabledReason", nullValue());
        happened.granted(tenant.id(), "north", 3);
        receiver.awaitReceived(2);
        assertThat(numbers()).containsExactly(1, 3);
    }

    @Test
    void whoAsksForTimeGetsIt() {
        receiver.always(answering(429, "Retry-After: 3600"));
        TestHook hook = Hooks.webhook(tenant.key(), receiver);

        happened.granted(tenant.id(), "north", 1);

        var waiting = hook.awaitDeliveries("waiting", 1).getFirst();
        assertThat(Duration.between(
                        Instant.now(),
                        Instant.parse(waiting.get("nextAttemptAt").toString())))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void whatIsNeverTakenIsGivenUpAndTheDoorGoesOn() {
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        receiver.then(answering(500));
        happened.granted(tenant.id(), "north", 1);
        hook.awaitDeliveries("waiting", 1);
        hook.delay();
        Database.execute("UPDATE hook_delivery SET attempts = 9 WHERE tenant_id = ?", tenant.id());
        happened.granted(tenant.id(), "north", 2);
        hook.awaitDeliveries("waiting", 2);
        receiver.then(answering(500));

        hook.hurry();

        hook.awaitDeliveries("delivered", 1);
        assertThat(hook.deliveries("failed")).singleElement().satisfies(given -> assertThat(given)
                .containsEntry("attempts", 10));
        assertThat(numbers()).containsExactly(1, 1, 2);
    }

    @Test
    void oneDeadReceiverDelaysNobodyElse() {
        try (var dead = TestReceiver.plain().always(TestReceiver.silent())) {
            Hooks.webhook(tenant.key(), dead);
            Hooks.webhook(tenant.key(), receiver);
            happened.granted(tenant.id(), "north", 0);
            dead.awaitReceived(1);
            Instant began = Instant.now();

            for (int i = 1; i <= 20; i++) {
                happened.granted(tenant.id(), "north", i);
            }

            receiver.awaitReceived(21);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(12));
            assertThat(dead.received()).hasSize(1);
        }
    }

    @Test
    void whatWasSentAndNotRecordedIsSentAgainUnderTheSameId() {
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        receiver.then((request, out) -> {
            TestDatabase.proxy().cut();
            return answering(200).answer(request, out);
        });
        try {
            happened.granted(tenant.id(), "north", 1);
            receiver.awaitReceived(1);
            // Else it could be given back before it is taken away.
            await().atMost(SOON).until(() -> TestDatabase.proxy().isCut());
        } finally {
            TestDatabase.proxy().restore();
        }

        var both = receiver.awaitReceived(2);
        assertThat(both.get(1).header("webhook-id")).isEqualTo(both.get(0).header("webhook-id"));
        assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
        hook.awaitDeliveries("delivered", 1);
        happened.granted(tenant.id(), "north", 2);
        receiver.awaitReceived(3);
        assertThat(numbers()).containsExactly(1, 1, 2);
    }

    @Test
    void whatDidNotLastIsToldToNobody() {
        Hooks.webhook(tenant.key(), receiver);

        happened.rolledBack(tenant.id(), decided("granted", "north", 1));
        happened.granted(tenant.id(), "north", 2);

        receiver.awaitReceived(1);
        assertThat(numbers()).containsExactly(2);
    }

    @Test
    void onlyWhatAHookAsksForIsTold() {
        Hooks.point(tenant, "north");
        Hooks.webhook(
                tenant.key(),
                receiver,
                Map.of(
                        "events",
                        List.of("access.denied"),
                        "points",
                        List.of("north"),
                        "include",
                        List.of("subject", "score")));

        happened.granted(tenant.id(), "north", 1);
        happened.fire(tenant.id(), decided("denied", "south", 2));
        happened.fire(tenant.id(), decided("denied", "north", 3));

        var body = JsonPath.from(receiver.awaitReceived(1).getFirst().body());
        assertThat(body.getInt("data.number")).isEqualTo(3);
        assertThat(body.getString("data.subject")).isEqualTo("subject-3");
        assertThat(body.getDouble("data.score")).isEqualTo(0.9);
    }

    @Test
    void whoWasTurnedAwayIsNotNamedUnasked() {
        Hooks.webhook(tenant.key(), receiver);

        happened.fire(tenant.id(), decided("denied", "north", 1));

        assertThat(receiver.awaitReceived(1).getFirst().body())
                .contains("access.denied")
                .doesNotContain("subject-1");
    }

    @Test
    void whoWasErasedIsNamedInNothingButTheErasure() {
        receiver.always(answering(500));
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        happened.granted(tenant.id(), "north", 1);
        var id = hook.awaitDeliveries("waiting", 1).getFirst().get("id").toString();
        assertThat(hook.delivery(id).getString("request.body")).contains("subject-1");

        happened.fire(
                tenant.id(), Happening.of(Action.SUBJECT_ERASED).in("staff").on("subject-1"));

        assertThat(hook.delivery(id).<Object>get("request")).isNull();
        receiver.always(answering(200));
        hook.hurry();
        hook.awaitDeliveries("delivered", 2);
        // The two are of different places, so either may come first.
        assertThat(receiver.received())
                .filteredOn(request -> request.body().contains("access.granted"))
                .last()
                .satisfies(request -> assertThat(request.body()).doesNotContain("subject-1"));
        assertThat(receiver.received())
                .filteredOn(request -> request.body().contains("subject.erase"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.body()).contains("subject-1"));
    }

    @Test
    void aDeliveryIsSentAgainWhenSomebodyAsks() {
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        happened.granted(tenant.id(), "north", 1);
        String id = hook.awaitDeliveries("delivered", 1).getFirst().get("id").toString();

        as(tenant.key())
                .post("/v1/hooks/{h}/deliveries/{d}/replays", hook.name(), id)
                .then()
                .statusCode(200);

        var both = receiver.awaitReceived(2);
        assertThat(both.get(1).header("webhook-id")).isEqualTo(id);
        hook.awaitDeliveries("delivered", 1);
    }

    @Test
    void manyHooksAreToldOfEverythingOnce() {
        var receivers =
                IntStream.range(0, 10).mapToObj(_ -> TestReceiver.plain()).toList();
        receivers.forEach(each -> Hooks.webhook(tenant.key(), each));

        for (int i = 0; i < 100; i++) {
            happened.granted(tenant.id(), "door-" + i % 7, i);
        }

        receivers.forEach(each -> {
            each.awaitReceived(100);
            var ids = each.received().stream()
                    .map(request -> request.header("webhook-id"))
                    .toList();
            assertThat(new HashSet<>(ids)).hasSize(100);
            assertThat(ids).hasSize(100);
            each.close();
        });
    }

    @Test
    void whoDiedAtWorkIsReplaced() {
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        happened.granted(tenant.id(), "north", 1);
        hook.awaitDeliveries("delivered", 1);
        String rowOfHook = "task_instance LIKE '%s/%%'".formatted(tenant.id());
        await().atMost(SOON)
                .until(() -> Database.query("SELECT count(*) FROM hook_task WHERE NOT picked AND " + rowOfHook) == 1);
        Database.execute("UPDATE hook_task SET picked = true, picked_by = 'dead', version = version + 1,"
                + " last_heartbeat = now() - interval '1 minute' WHERE " + rowOfHook);

        happened.granted(tenant.id(), "north", 2);

        receiver.awaitReceived(2);
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void whoMayPassIsNamedToThoseWhoAsked() {
        Tenants.newGallery(tenant, "staff");
        as(tenant.key())
                .contentType("application/json")
                .body(Map.of("name", "Alice Archer"))
                .put("/v1/galleries/staff/subjects/subject-1")
                .then()
                .statusCode(201);
        Hooks.webhook(tenant.key(), receiver, Map.of("include", List.of("name")));

        happened.fire(tenant.id(), decided("denied", "south", 1));
        happened.granted(tenant.id(), "north", 1);
        happened.granted(tenant.id(), "north", 2);

        var bodies = receiver.awaitReceived(3).stream().map(Received::body).toList();
        assertThat(bodies)
                .filteredOn(body -> body.contains("Alice Archer"))
                .singleElement()
                .satisfies(body -> assertThat(JsonPath.from(body).getString("data.subject"))
                        .isEqualTo("subject-1"));
    }

    @Test
    void aRelayActsOnGrantsOnlyAndNeverLate() {
        TestHook relay = Hooks.relay(tenant, Map.of("type", "http", "method", "POST", "url", receiver.url("/open")));

        happened.fire(tenant.id(), decided("denied", "north", 1));
        happened.fire(
                tenant.id(),
                decided("granted", "north", 2)
                        .with("expiresAt", Instant.now().minusSeconds(1).toString()));
        happened.granted(tenant.id(), "north", 3);

        relay.awaitDeliveries("delivered", 1);
        assertThat(relay.awaitDeliveries("expired", 1)).singleElement().satisfies(late -> assertThat(late)
                .containsEntry("attempts", 0));
        assertThat(receiver.received()).hasSize(1);
        assertThat(relay.deliveries("waiting")).isEmpty();
    }

    @Test
    void aRelayThatDoesNotAnswerIsAskedAgainWhileItHelps() {
        receiver.then(TestReceiver.hangingUp(), TestReceiver.hangingUp());
        TestHook relay = Hooks.relay(tenant, Map.of("type", "http", "method", "POST", "url", receiver.url("/open")));

        happened.granted(tenant.id(), "north", 1);

        receiver.awaitReceived(3);
        assertThat(relay.awaitDeliveries("delivered", 1).getFirst()).containsEntry("attempts", 3);
    }

    @Test
    void aReceiverThatIsBackIsToldWhatItDidNotAnswer() {
        receiver.then(TestReceiver.hangingUp(), answering(500));
        TestHook hook = Hooks.webhook(tenant.key(), receiver);
        happened.granted(tenant.id(), "north", 1);
        hook.awaitDeliveries("waiting", 1);
        happened.granted(tenant.id(), "south", 2);
        hook.awaitDeliveries("waiting", 2);
        // Neither would be tried again for a long time.
        hook.delay();

        happened.granted(tenant.id(), "east", 3);

        hook.awaitDeliveries("delivered", 2);
        assertThat(numbers()).containsExactly(1, 2, 3, 1);
        assertThat(hook.deliveries("waiting")).hasSize(1);
    }

    private List<Integer> numbers() {
        return receiver.received().stream()
                .map(request -> JsonPath.from(request.body()).getInt("data.number"))
                .toList();
    }

    private static void verify(Received request, String secret) throws Exception {
        new Webhook(secret)
                .verify(
                        request.body(),
                        request.headers().entrySet().stream()
                                .collect(java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, header -> List.of(header.getValue()))));
    }
}
