package io.janua.hook;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import io.janua.security.LastingAnswers;
import io.janua.security.Operations;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells listeners what happens. Each has a place in the tenant's order and reads on from there at its own pace; waiting
 * costs a virtual thread and no query.
 */
@ApplicationScoped
class EventStream {

    /** Who let somebody in is for those who may read decisions. */
    private static final String BY = "by";

    private static final int LISTENERS = 1_000;
    private static final int EVENTS_AT_ONCE = 100;
    /** A listener that has vanished in silence is found by it, and proxies keep the connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration LONGEST = Duration.ofHours(1);
    /** Nothing is told by credentials that were looked at longer ago. */
    private static final Duration CHECKED = Duration.ofSeconds(1);

    private static final Duration LOOK_UP = Duration.ofSeconds(2);
    /** Whoever takes longer for one event comes back with its last id. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventFeed feed;
    private final Outbox outbox;
    private final HookConfig config;
    private final LastingAnswers answers;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final Semaphore listeners = new Semaphore(LISTENERS);
    private volatile boolean stopping;

    EventStream(
            EventFeed feed,
            Outbox outbox,
            HookConfig config,
            LastingAnswers answers,
            Caller caller,
            CurrentTenant tenant) {
        this.feed = feed;
        this.outbox = outbox;
        this.config = config;
        this.answers = answers;
        this.caller = caller;
        this.tenant = tenant;
    }

    /**
     * Somebody at the other end of a connection.
     *
     * @param tell an event, under its position
     * @param beat says that nothing up to the position concerns them
     */
    record Listener(
            BiFunction<Long, EventView, CompletableFuture<?>> tell,
            LongFunction<CompletableFuture<?>> beat,
            BooleanSupplier gone) {}

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    void stopSoon(@Observes ShutdownDelayInitiatedEvent announced) {
        stopping = true;
    }

    /**
     * Until the listener's credentials have ended, it has gone, the service stops, or an hour is over.
     *
     * @param lastEventId the last one that was received; null for what happens from now on
     * @throws Problem {@code events_gone}, {@code busy} or {@code validation_failed}
     */
    void follow(List<String> types, List<String> points, String lastEventId, Listener listener) {
        var filter = new EventFilter(
                types(types), Set.copyOf(points), caller.galleries().map(Set::copyOf));
        var include = Stream.of(Detail.SUBJECT, Detail.SCORE)
                .filter(detail -> caller.mayDo(detail.operation()))
                .collect(Collectors.toSet());
        Optional<Long> last =
                Optional.ofNullable(lastEventId).filter(id -> !id.isEmpty()).map(EventStream::position);
        if (!listeners.tryAcquire()) {
            throw new Problem(
                    ProblemCode.BUSY,
                    "As many listeners as the service can take are following events already.",
                    null,
                    "Try again after the seconds in Retry-After.");
        }
        try (EventFeed.Reader events = feed.open(tenant.id())) {
            tell(events, begin(last), filter, include, listener);
        } finally {
            listeners.release();
        }
    }

    /** @return after which position the listener goes on */
    private long begin(Optional<Long> last) {
        OffsetDateTime until = OffsetDateTime.now(ZoneOffset.UTC).plusDays(config.keepDays());
        Outbox.Reach reach = QuarkusTransaction.requiringNew().call(() -> {
            outbox.begin(until);
            return outbox.reach();
        });
        if (last.isPresent() && (last.get() < reach.keptFrom() - 1 || last.get() > reach.position())) {
            throw new Problem(
                    ProblemCode.EVENTS_GONE,
                    "What happened after the event %d is not kept any more.".formatted(last.get()),
                    "Last-Event-ID",
                    "Follow without it, and read what was missed by the API.");
        }
        return last.orElse(reach.position());
    }

    private void tell(EventFeed.Reader events, long from, EventFilter filter, Set<Detail> include, Listener listener) {
        Instant end = Instant.now().plus(LONGEST);
        Instant checkedAt = Instant.now();
        Instant toldAt = Instant.now();
        long position = from;
        // The answer begins at once, so that whoever asked knows from where on nothing is missed.
        boolean taken = taken(listener.beat().apply(position));
        while (taken
                && !stopping
                && !listener.gone().getAsBoolean()
                && Instant.now().isBefore(end)) {
            boolean news = events.awaitAfter(position, LOOK_UP);
            if (Instant.now().isAfter(checkedAt.plus(CHECKED))) {
                if (!answers.stillPermitted(Operations.EVENTS_READ)) {
                    return;
                }
                checkedAt = Instant.now();
            }
            if (news) {
                for (OutboxEvent event : events.after(position, EVENTS_AT_ONCE)) {
                    if (taken && filter.wants(event)) {
                        taken = taken(listener.tell().apply(event.position(), view(event, include)));
                        toldAt = Instant.now();
                    }
                    position = event.position();
                }
            }
            if (taken && Instant.now().isAfter(toldAt.plus(HEARTBEAT))) {
                taken = taken(listener.beat().apply(position));
                toldAt = Instant.now();
            }
        }
    }

    private static EventView view(OutboxEvent event, Set<Detail> include) {
        var data = Payload.data(event, include, Optional.empty());
        // It holds a card's number, which is for panels.
        data.remove("wiegand");
        if (!include.contains(Detail.SUBJECT)) {
            data.remove(BY);
        }
        return new EventView(event.type().wireName(), event.occurredAt(), data);
    }

    /** Whether it went out. Until it did nothing more is sent, so a slow listener has one event in memory. */
    private static boolean taken(CompletableFuture<?> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException hungUp) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Set<EventType> types(List<String> names) {
        var known = Stream.of(EventType.values()).map(EventType::wireName).toList();
        var unknown = new TreeSet<>(names);
        unknown.removeAll(new HashSet<>(known));
        if (!unknown.isEmpty()) {
            throw Problems.invalid(
                    "types", "There is no event type %s.".formatted(unknown), "Choose among %s.".formatted(known));
        }
        return names.stream().map(EventType::named).collect(Collectors.toUnmodifiableSet());
    }

    private static long position(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noPosition) {
            throw Problems.invalid(
                    "Last-Event-ID",
                    "The id is none of this stream.",
                    "Follow without it, or with the last id it told.");
        }
    }
}
