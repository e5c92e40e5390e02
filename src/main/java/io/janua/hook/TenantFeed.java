package io.janua.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest events of a tenant, in memory for its readers: all from after {@code from} up to {@code to}. Whoever is
 * further behind reads for itself.
 */
final class TenantFeed {

    private static final int LOADED_AT_ONCE = 1_000;
    private static final int KEPT = 4_000;

    private final Loader loader;
    private final List<OutboxEvent> events = new ArrayList<>();
    private int readers;
    private long reached;
    private long from = -1;
    private long to = -1;

    TenantFeed(Loader loader) {
        this.loader = loader;
    }

    /** Where events lie. */
    @FunctionalInterface
    interface Loader {

        List<OutboxEvent> after(long position, int most);
    }

    synchronized void enter() {
        readers++;
    }

    /** @return whether nobody is left */
    synchronized boolean leave() {
        readers--;
        return readers == 0;
    }

    synchronized void reached(long position) {
        if (position > reached) {
            reached = position;
            notifyAll();
        }
    }

    synchronized boolean awaitAfter(long position, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis(); reached <= position && left > 0; left = millisUntil(end)) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return reached > position;
    }

    List<OutboxEvent> after(long position, int most) {
        synchronized (this) {
            if (reached <= position) {
                return List.of();
            }
            if (from < 0) {
                from = Math.max(position, reached - LOADED_AT_ONCE);
                to = from;
            }
            if (position >= from) {
                if (position >= to) {
                    load();
                }
                int first = indexAfter(position);
                return List.copyOf(events.subList(first, Math.min(events.size(), first + most)));
            }
        }
        return loader.after(position, most);
    }

    private void load() {
        List<OutboxEvent> loaded = loader.after(to, LOADED_AT_ONCE);
        for (OutboxEvent event : loaded) {
            if (event.type() == EventType.SUBJECT_ERASE) {
                forget(event);
            }
            events.add(event);
        }
        long last = loaded.isEmpty() ? to : loaded.getLast().position();
        to = loaded.size() == LOADED_AT_ONCE ? last : Math.max(last, reached);
        if (events.size() > KEPT) {
            var dropped = events.subList(0, events.size() - KEPT / 2);
            from = dropped.getLast().position();
            dropped.clear();
        }
    }

    /** In the rows it is done by whoever erased the subject, maybe another instance. */
    private void forget(OutboxEvent erasure) {
        events.replaceAll(earlier ->
                earlier.isAbout(erasure.gallery().orElse(""), erasure.subject().orElse(""))
                                && earlier.type() != EventType.SUBJECT_ERASE
                        ? earlier.withoutSubject()
                        : earlier);
    }

    private int indexAfter(long position) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).position() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long millisUntil(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
}
