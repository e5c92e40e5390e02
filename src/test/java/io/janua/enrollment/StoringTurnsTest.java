package io.janua.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoringTurnsTest {

    private static final int WORKERS = 32;

    private final StoringTurns turns = new StoringTurns();

    private static GalleryRef gallery(GalleryPolicy.Duplicates duplicates) {
        var policy = new GalleryPolicy(
                null, null, null, null, null, null, duplicates, null, null, null, null, null, null, null);
        return new GalleryRef(UUID.randomUUID(), "g", "model", policy);
    }

    /** How many of many store at one time, when each waits until that many do. */
    private int atOneTime(GalleryPolicy.Duplicates duplicates, int expected) throws Exception {
        var gallery = gallery(duplicates);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(expected);
        List<Future<?>> workers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(threads.submit(() -> turns.store(gallery, () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    full.countDown();
                    boolean together = awaited(full);
                    inside.decrementAndGet();
                    return together;
                })));
            }
        }
        for (Future<?> worker : workers) {
            assertThat(worker.get()).isEqualTo(true);
        }
        return most.get();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void fewStoreAtOneTime() throws Exception {
        assertThat(atOneTime(GalleryPolicy.Duplicates.WARN, StoringTurns.AT_A_TIME))
                .isEqualTo(StoringTurns.AT_A_TIME);
    }

    @Test
    void whereDuplicatesAreRefusedOneStoresAfterTheOther() throws Exception {
        assertThat(atOneTime(GalleryPolicy.Duplicates.REFUSE, 1)).isEqualTo(1);
    }
}
