package io.janua.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this instance counted and has not written down yet. It does not grow with the number of recognitions, but with
 * that of galleries and days, up to a limit: while the database is gone, more is not counted.
 */
@ApplicationScoped
class Tally {

    /** Five megabytes. */
    static final int MOST = 1_000;

    private final Map<Place, Counts> counted = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Semaphore wakes = new Semaphore(0);

    /** @param day in UTC */
    record Place(String tenant, UUID gallery, String model, LocalDate day) {}

    /** One more in each of the cells. */
    void count(Place place, int... cells) {
        if (isFull(place)) {
            dropped.addAndGet(cells.length);
            return;
        }
        counted.compute(place, (_, before) -> {
            Counts counts = before == null ? begun() : before;
            for (int cell : cells) {
                counts.add(cell, 1);
            }
            return counts;
        });
    }

    /** All of it; it is the caller's now. */
    Map<Place, Counts> take() {
        Map<Place, Counts> taken = new HashMap<>();
        for (Place place : counted.keySet()) {
            Counts counts = counted.remove(place);
            if (counts != null) {
                taken.put(place, counts);
            }
        }
        return taken;
    }

    /** What could not be written down. */
    void putBack(Place place, Counts counts) {
        if (isFull(place)) {
            dropped.addAndGet(counts.total());
            return;
        }
        counted.merge(place, counts, (now, back) -> {
            now.add(back);
            return now;
        });
    }

    /** How much was not counted since this was asked last. */
    long dropped() {
        return dropped.getAndSet(0);
    }

    /** Until it is half full, or {@link #wake woken}, or that time is over. */
    void await(Duration most) throws InterruptedException {
        if (wakes.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    void wake() {
        wakes.release();
    }

    /** Whoever writes is not woken by what is there already: while the database is gone that is no reason to hurry. */
    private Counts begun() {
        if (counted.size() >= MOST / 2) {
            wake();
        }
        return Counts.none();
    }

    private boolean isFull(Place place) {
        return counted.size() >= MOST && !counted.containsKey(place);
    }
}
