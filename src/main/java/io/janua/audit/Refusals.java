package io.janua.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.janua.event.Happening;
import io.janua.security.ClientNetwork;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Thins refusals out. Somebody who tries ten thousand wrong keys a minute must not fill the log with them, nor hide among
 * them: the first ones of each caller and reason are kept, the others of that minute counted into one entry.
 */
final class Refusals {

    private static final int KEPT_SINGLY = 10;
    private static final int MAX_CALLERS = 100_000;

    private final Consumer<Refusal> kept;
    private final Cache<Key, Window> windows;

    /** @param window how long refusals are counted together */
    Refusals(Duration window, Consumer<Refusal> kept) {
        this.kept = kept;
        this.windows = Caffeine.newBuilder()
                .expireAfterWrite(window)
                .maximumSize(MAX_CALLERS)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .<Key, Window>removalListener(
                        (key, closed, cause) -> closed.summary().ifPresent(kept))
                .build();
    }

    /** A request that was refused, and whose log that belongs to. */
    record Refusal(String tenant, EntryContent.Actor actor, Happening happening) {

        private Key key() {
            String network = Optional.ofNullable((String) happening.facts().get("address"))
                    .map(ClientNetwork::of)
                    .orElse("");
            return new Key(tenant, actor.id(), happening.outcome(), network);
        }
    }

    void add(Refusal refusal) {
        Window window = windows.get(refusal.key(), key -> new Window(refusal));
        if (window.seen.incrementAndGet() <= KEPT_SINGLY) {
            kept.accept(refusal);
        }
    }

    /** Writes down what was counted so far. */
    void close() {
        windows.invalidateAll();
        windows.cleanUp();
    }

    private record Key(String tenant, String actor, String code, String network) {}

    private static final class Window {

        private final Refusal first;
        private final AtomicLong seen = new AtomicLong();

        Window(Refusal first) {
            this.first = first;
        }

        Optional<Refusal> summary() {
            long others = seen.get() - KEPT_SINGLY;
            return others <= 0
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            first.tenant(), first.actor(), first.happening().with("repeated", others)));
        }
    }
}
