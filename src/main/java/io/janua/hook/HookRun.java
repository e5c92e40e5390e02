package io.janua.hook;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Tells one hook what there is to tell, until there is nothing for a while. Only one instance does so at a time.
 *
 * <p>It goes in rounds. What a round has sent is recorded in one transaction after it, together with how far the hook is:
 * whatever ends the process before that, the next one sends it again, under the same ids.
 */
@ApplicationScoped
class HookRun {

    private static final int EVENTS_AT_ONCE = 500;
    private static final int WAITING_AT_ONCE = 50;
    /** Of a hook, at the same time. Within a lane it is one after the other. */
    private static final int LANES_AT_ONCE = 16;
    /** That waited. */
    private static final int LANES_A_ROUND = 64;
    /** Nothing more is begun in a round then: what was sent is to be recorded soon. */
    private static final Duration ROUND = Duration.ofSeconds(2);

    private static final Duration LINGERING = Duration.ofSeconds(2);
    /** Within this, somebody else's change of the hook is in force. */
    private static final Duration KNOWN = Duration.ofSeconds(1);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LOOK_UP = Duration.ofMillis(250);

    private final HookDatabase database;
    private final HookRows hooks;
    private final HookOpening opening;
    private final DeliveryRows deliveries;
    private final Outbox outbox;
    private final EventFeed feed;
    private final HookDisabling disabling;
    private final Event<DeliveryMade> made;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HookRun(
            HookDatabase database,
            HookRows hooks,
            HookOpening opening,
            DeliveryRows deliveries,
            Outbox outbox,
            EventFeed feed,
            HookDisabling disabling,
            Event<DeliveryMade> made) {
        this.database = database;
        this.hooks = hooks;
        this.opening = opening;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.feed = feed;
        this.disabling = disabling;
        this.made = made;
    }

    /** When there is something to do for a hook again. */
    sealed interface Next {

        /** Unless something new happens before. */
        record At(Instant time) implements Next {}

        /** Unless something new happens. */
        record Sometime() implements Next {}

        /** The hook is deleted. */
        record Never() implements Next {}
    }

    /**
     * What is known of the hook while it runs.
     *
     * @param lanes in which something waits, each with when its first one is due
     * @param failing whether it failed since it last succeeded
     */
    private record State(OpenHook hook, long position, Map<String, Instant> lanes, boolean failing, Instant readAt) {

        Optional<Instant> nextDue() {
            return lanes.values().stream().min(Instant::compareTo);
        }

        /** Of many those that have waited longest. */
        Set<String> due(Instant now) {
            return lanes.entrySet().stream()
                    .filter(lane -> !lane.getValue().isAfter(now))
                    .sorted(Map.Entry.comparingByValue())
                    .limit(LANES_A_ROUND)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    Next run(String tenant, UUID hook, BooleanSupplier stopping) {
        try (EventFeed.Reader events = feed.open(tenant)) {
            while (true) {
                try {
                    return work(tenant, hook, events, stopping);
                } catch (RuntimeException trouble) {
                    if (stopping.getAsBoolean()) {
                        return new Next.At(Instant.now());
                    }
                    // Mostly the database is away. What was sent and not recorded goes out again.
                    Log.warnf(trouble, "hook %s of %s begins again", hook, tenant);
                    pause(AFTER_TROUBLE);
                }
            }
        }
    }

    private Next work(String tenant, UUID hook, EventFeed.Reader events, BooleanSupplier stopping) {
        Instant idleSince = Instant.now();
        Optional<State> known = read(tenant, hook);
        while (known.isPresent() && known.get().hook().enabled()) {
            State state = known.get();
            Instant now = Instant.now();
            if (stopping.getAsBoolean()) {
                return new Next.At(now);
            }
            if (now.isAfter(state.readAt().plus(KNOWN))) {
                known = refreshed(tenant, hook, state);
                continue;
            }
            List<OutboxEvent> fresh = events.after(state.position(), EVENTS_AT_ONCE);
            boolean due = state.nextDue().filter(time -> !time.isAfter(now)).isPresent();
            if (!fresh.isEmpty() || due) {
                known = Optional.of(round(tenant, state, fresh, stopping));
                idleSince = Instant.now();
            } else if (now.isAfter(idleSince.plus(LINGERING))) {
                return state.nextDue().<Next>map(Next.At::new).orElseGet(Next.Sometime::new);
            } else {
                Duration wait = state.nextDue()
                        .map(time -> Duration.between(now, time))
                        .filter(time -> time.compareTo(LOOK_UP) < 0)
                        .orElse(LOOK_UP);
                events.awaitAfter(state.position(), wait);
            }
        }
        return known.isEmpty() ? new Next.Never() : new Next.Sometime();
    }

    /** Read again only when there is something new about it. */
    private Optional<State> refreshed(String tenant, UUID hook, State state) {
        boolean same = database.call(tenant, () -> hooks.glance(hook))
                .filter(now -> now.revision() == state.hook().revision() && !now.touched())
                .isPresent();
        return same
                ? Optional.of(new State(state.hook(), state.position(), state.lanes(), state.failing(), Instant.now()))
                : read(tenant, hook);
    }

    private Optional<State> read(String tenant, UUID hook) {
        return database.call(tenant, () -> hooks.find(hook).map(found -> {
            var progress = hooks.progress(hook);
            if (progress.touched()) {
                hooks.untouch(hook);
            }
            Instant now = Instant.now();
            return new State(
                    opening.open(found), progress.position(), deliveries.lanes(hook, now), progress.failing(), now);
        }));
    }

    private State round(String tenant, State state, List<OutboxEvent> fresh, BooleanSupplier stopping) {
        OpenHook hook = state.hook();
        Instant began = Instant.now();
        Map<String, List<Delivery>> free = new LinkedHashMap<>();
        List<DeliveryResult> results = new ArrayList<>();
        var news = hook.actsOnGrants() ? PointNews.of(fresh) : PointNews.NONE;
        for (OutboxEvent event : fresh) {
            if (hook.wants(event)) {
                Delivery delivery = Delivery.of(event, began);
                if (news.forbids(delivery)) {
                    results.add(DeliveryResult.ended(delivery, DeliveryState.EXPIRED, LaneRun.SUPERSEDED));
                } else if (!hook.actsOnGrants() && state.lanes().containsKey(delivery.lane())) {
                    results.add(DeliveryResult.waits(delivery, Optional.empty()));
                } else {
                    free.computeIfAbsent(delivery.lane(), _ -> new ArrayList<>())
                            .add(delivery);
                }
            }
        }
        List<List<Delivery>> lanes = new ArrayList<>(free.values());
        Set<String> due = state.due(began);
        for (String lane : state.lanes().keySet()) {
            if (due.contains(lane) || news.mayConcern(lane)) {
                List<Delivery> waiting = database.call(
                        tenant, () -> deliveries.waiting(hook.ref().id(), lane, outbox, WAITING_AT_ONCE));
                waiting.stream()
                        .filter(news::supersedes)
                        .map(old -> DeliveryResult.ended(old, DeliveryState.EXPIRED, LaneRun.SUPERSEDED))
                        .forEach(results::add);
                if (due.contains(lane)) {
                    lanes.add(waiting.stream()
                            .filter(delivery -> !news.supersedes(delivery))
                            .toList());
                }
            }
        }
        // Loading took its time too: whatever it was, some of them are told.
        tell(hook, lanes, Instant.now().plus(ROUND), stopping).stream()
                .map(result -> result.waits() && news.supersedes(result.delivery()) ? result.expired() : result)
                .forEach(results::add);
        long position = fresh.isEmpty() ? state.position() : fresh.getLast().position();
        return recorded(tenant, state, position, results);
    }

    private List<DeliveryResult> tell(
            OpenHook hook, List<List<Delivery>> lanes, Instant until, BooleanSupplier stopping) {
        var run = new LaneRun(hook, () -> ThreadLocalRandom.current().nextDouble(-1, 1), stopping);
        if (lanes.size() == 1) {
            return run.run(lanes.getFirst(), until);
        }
        var turns = new Semaphore(LANES_AT_ONCE);
        List<Future<List<DeliveryResult>>> told = lanes.stream()
                .map(lane -> threads.submit(() -> {
                    turns.acquire();
                    try {
                        return run.run(lane, until);
                    } finally {
                        turns.release();
                    }
                }))
                .toList();
        return told.stream().flatMap(lane -> ended(lane).stream()).toList();
    }

    private State recorded(String tenant, State state, long position, List<DeliveryResult> results) {
        UUID hook = state.hook().ref().id();
        boolean delivered = results.stream().anyMatch(result -> result.state() == DeliveryState.DELIVERED);
        String failure = results.stream()
                .flatMap(result -> result.error().stream())
                .reduce((_, last) -> last)
                .orElse(null);
        var tried = results.stream()
                .filter(result -> result.attempt().isPresent())
                .map(result -> result.delivery().event())
                .toList();
        Optional<Attempt> gone = results.stream()
                .flatMap(result -> result.attempt().stream())
                .filter(attempt -> attempt.verdict() == Attempt.Verdict.GONE)
                .findFirst();
        State next = database.call(tenant, () -> {
            Instant now = Instant.now();
            deliveries.record(hook, results, now);
            hooks.advance(hook, position, delivered, failure, now);
            gone.ifPresent(_ -> disabling.gone(hook, state.hook().ref().name()));
            // After a success the lane goes on with what waits behind it, so which lanes wait is asked of the rows.
            boolean lanesChanged = !state.lanes().isEmpty() || results.stream().anyMatch(DeliveryResult::waits);
            Map<String, Instant> lanes = lanesChanged ? deliveries.lanes(hook, now) : Map.of();
            boolean back = state.failing() && delivered && !lanes.isEmpty() && deliveries.hurryUnanswered(hook, tried);
            return new State(
                    state.hook(),
                    position,
                    back ? deliveries.lanes(hook, now) : lanes,
                    !delivered && (state.failing() || failure != null),
                    gone.isPresent() ? Instant.EPOCH : state.readAt());
        });
        String kind = state.hook().ref().target().kind();
        results.stream()
                .flatMap(result -> DeliveryMade.of(kind, result).stream())
                .forEach(made::fire);
        return next;
    }

    private static List<DeliveryResult> ended(Future<List<DeliveryResult>> lane) {
        try {
            return lane.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a lane ended early", broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a lane was told", interrupted);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
