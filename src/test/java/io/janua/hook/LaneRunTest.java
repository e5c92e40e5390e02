package io.janua.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.hook.Attempt.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaneRunTest {

    private static final Instant LATER = Instant.now().plusSeconds(3600);

    private final TestingChannel channel = new TestingChannel();

    /** Answers as a test says, and remembers what it was told. */
    private static final class TestingChannel implements HookChannel {

        private final Deque<Verdict> answers = new ArrayDeque<>();
        private final List<Outgoing> told = new ArrayList<>();
        private final List<Duration> limits = new ArrayList<>();
        private boolean relay;

        @Override
        public boolean serves(HookTarget target) {
            return true;
        }

        @Override
        public boolean actsOnGrants(HookTarget target) {
            return relay;
        }

        @Override
        public void check(HookTarget target) {}

        @Override
        public Attempt send(Outgoing outgoing, Duration limit) {
            told.add(outgoing);
            limits.add(limit);
            Verdict verdict = answers.isEmpty() ? Verdict.DELIVERED : answers.poll();
            return new Attempt(
                    verdict,
                    Optional.empty(),
                    Optional.empty(),
                    verdict == Verdict.DELIVERED ? Optional.empty() : Optional.of("no"),
                    Optional.empty(),
                    Duration.ofMillis(1));
        }
    }

    @Test
    void theFirstThatFailsHoldsTheRestBack() {
        channel.answers.addAll(List.of(Verdict.DELIVERED, Verdict.FAILED));

        var results = run(grant(1), grant(2), grant(3));

        assertThat(results.stream().map(DeliveryResult::state))
                .containsExactly(DeliveryState.DELIVERED, DeliveryState.WAITING, DeliveryState.WAITING);
        assertThat(results.get(1).attempts()).isEqualTo(1);
        assertThat(results.get(1).nextAttempt()).isPresent();
        assertThat(results.get(2).attempts()).isZero();
        assertThat(results.get(2).nextAttempt()).isEmpty();
        assertThat(channel.told).hasSize(2);
    }

    @Test
    void whatIsGivenUpLetsTheNextOneGo() {
        channel.answers.add(Verdict.FAILED);
        Delivery ninth = new Delivery(
                UUID.randomUUID(),
                1,
                "north",
                EventType.ACCESS_GRANTED,
                "north",
                9,
                Instant.now(),
                true,
                Optional.of(event(1, EventType.ACCESS_GRANTED, LATER)));

        assertThat(run(ninth, grant(2)).stream().map(DeliveryResult::state))
                .containsExactly(DeliveryState.FAILED, DeliveryState.DELIVERED);
    }

    @Test
    void afterTheRoundsTimeNothingIsBegun() {
        var results =
                lane(() -> false).run(List.of(grant(1), grant(2)), Instant.now().minusSeconds(1));

        assertThat(channel.told).isEmpty();
        assertThat(results).allMatch(DeliveryResult::waits);
        assertThat(results.getFirst().nextAttempt()).isPresent();
    }

    @Test
    void whatFailsBecauseTheServiceStopsIsNoAttempt() {
        channel.answers.add(Verdict.FAILED);
        var asked = new int[1];

        var results = lane(() -> asked[0]++ > 0).run(List.of(grant(1)), LATER);

        assertThat(results.getFirst().waits()).isTrue();
        assertThat(results.getFirst().attempts()).isZero();
    }

    @Test
    void aRelayIsNeverToldLate() {
        channel.relay = true;

        var results = run(delivery(1, EventType.ACCESS_GRANTED, Instant.now().minusMillis(1)));

        assertThat(results.getFirst().state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(channel.told).isEmpty();
    }

    @Test
    void lookingANameUpTakesOfTheGrantsTime() {
        channel.relay = true;
        Instant end = Instant.now().plusMillis(50);
        var slow = new OpenHook(ref(), 1, true, all(), Set.of(Detail.NAME), channel, _ -> {
            while (Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            return Optional.of("Alice");
        });

        var results =
                new LaneRun(slow, () -> 0, () -> false).run(List.of(delivery(1, EventType.ACCESS_GRANTED, end)), LATER);

        assertThat(results.getFirst().state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(channel.told).isEmpty();
    }

    @Test
    void aRelayIsGivenNoMoreTimeThanTheGrantHas() {
        channel.relay = true;

        Instant end = Instant.now().plusSeconds(3);

        run(delivery(1, EventType.ACCESS_GRANTED, end));

        assertThat(channel.limits.getFirst()).isBetween(Duration.between(Instant.now(), end), Duration.ofSeconds(3));
    }

    @Test
    void aRelayThatDidNotHearIsAskedAgainWhileItHelps() {
        channel.relay = true;
        channel.answers.addAll(List.of(Verdict.FAILED, Verdict.FAILED));

        var again = run(delivery(1, EventType.ACCESS_GRANTED, Instant.now().plusSeconds(30)))
                .getFirst();
        var over = run(delivery(2, EventType.ACCESS_GRANTED, Instant.now().plusMillis(900)))
                .getFirst();

        assertThat(again.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(again.nextAttempt().orElseThrow()).isBefore(Instant.now().plusSeconds(2));
        assertThat(over.state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(over.attempts()).isEqualTo(1);
    }

    @Test
    void aRelayIsNotToldWhatSomethingNewerOvertook() {
        channel.relay = true;
        channel.answers.add(Verdict.FAILED);

        var results = run(grant(1), grant(2));

        assertThat(results.stream().map(DeliveryResult::state))
                .containsExactly(DeliveryState.EXPIRED, DeliveryState.DELIVERED);
        assertThat(results.getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void aRelayIsNotToldWhatItsHookDoesNotWantAnyMore() {
        channel.relay = true;

        var results = run(delivery(1, EventType.ACCESS_DENIED, LATER));

        assertThat(results.getFirst().state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(channel.told).isEmpty();
    }

    @Test
    void aLockdownOvertakesWhatWasGrantedBefore() {
        var news = PointNews.of(List.of(event(2, EventType.ACCESS_MODE, null)));

        assertThat(news.forbids(grant(1))).isTrue();
        assertThat(news.supersedes(grant(1))).isTrue();
        assertThat(news.supersedes(grant(3))).isFalse();
    }

    @Test
    void aGrantWithoutAnEndHasEnded() {
        channel.relay = true;

        var results = run(delivery(1, EventType.ACCESS_GRANTED, null));

        assertThat(results.getFirst().state()).isEqualTo(DeliveryState.EXPIRED);
        assertThat(channel.told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aRelayWantsGrantsOnly(EventType type) {
        channel.relay = true;

        assertThat(hook().wants(event(1, type, LATER))).isEqualTo(type == EventType.ACCESS_GRANTED);
    }

    @Test
    void aChannelsOwnFaultIsAFailedAttempt() {
        var broken = new OpenHook(
                ref(),
                1,
                true,
                all(),
                Set.of(),
                new HookChannel() {
                    @Override
                    public boolean serves(HookTarget target) {
                        return true;
                    }

                    @Override
                    public boolean actsOnGrants(HookTarget target) {
                        return false;
                    }

                    @Override
                    public void check(HookTarget target) {}

                    @Override
                    public Attempt send(Outgoing outgoing, Duration limit) {
                        throw new IllegalStateException("a fault");
                    }
                },
                _ -> Optional.empty());

        var result = new LaneRun(broken, () -> 0, () -> false)
                .run(List.of(grant(1)), LATER)
                .getFirst();

        assertThat(result.waits()).isTrue();
        assertThat(result.error().orElseThrow()).doesNotContain("a fault");
    }

    private List<DeliveryResult> run(Delivery... deliveries) {
        return lane(() -> false).run(List.of(deliveries), LATER);
    }

    private LaneRun lane(java.util.function.BooleanSupplier stopping) {
        return new LaneRun(hook(), () -> 0, stopping);
    }

    private OpenHook hook() {
        return new OpenHook(ref(), 1, true, all(), Set.of(), channel, _ -> Optional.empty());
    }

    private static HookRef ref() {
        return new HookRef(UUID.randomUUID(), "acme", "north", new HookTarget.Webhook("https://example.org/"));
    }

    private static EventFilter all() {
        return new EventFilter(Set.of(), Set.of(), Optional.empty());
    }

    private static Delivery grant(int position) {
        return delivery(position, EventType.ACCESS_GRANTED, LATER);
    }

    private static Delivery delivery(int position, EventType type, Instant expiresAt) {
        return Delivery.of(event(position, type, expiresAt), Instant.now());
    }

    private static OutboxEvent event(int position, EventType type, Instant expiresAt) {
        return new OutboxEvent(
                UUID.randomUUID(),
                position,
                type,
                "north",
                Optional.of("staff"),
                Optional.of("alice"),
                Instant.now(),
                expiresAt == null ? Map.of() : Map.of("expiresAt", expiresAt.toString()));
    }
}
