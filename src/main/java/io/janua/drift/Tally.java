package io.janua.drift;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    /** @param day in UTC */
    record Place(String tenant, UUID gallery, String model, LocalDate day) {}

    /** One more in each of the cells. */
    void count(Place place, int... cells) {
        if (isFull(place)) {
            dropped.incrementAndGet();
            return;
        }
        counted.compute(place, (_, before) -> {
            Counts counts = before == null ? Counts.none() : before;
            for (int cell : cells) {
                counts.cells()[cell]++;
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
            dropped.incrementAndGet();
            return;
        }
        counted.merge(place, counts, (now, back) -> {
            now.add(back);
            return now;
        });
    }

    /** How often something was not counted since this was asked last. */
    long dropped() {
        return dropped.getAndSet(0);
    }

    private boolean isFull(Place place) {
        return counted.size() >= MOST && !counted.containsKey(place);
    }
}
