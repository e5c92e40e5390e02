package io.janua.training.data;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** Makes the next batch while this one is learned. */
public final class Prefetched<T> implements AutoCloseable {

    private final ExecutorService maker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("batches").daemon().factory());
    private final LongFunction<T> making;
    private long next;
    private CompletableFuture<T> coming;

    /** @param first the number of the first batch */
    public Prefetched(long first, LongFunction<T> making) {
        this.making = making;
        next = first;
        coming = begin();
    }

    public T take() {
        T batch = coming.join();
        coming = begin();
        return batch;
    }

    private CompletableFuture<T> begin() {
        long number = next++;
        return CompletableFuture.supplyAsync(() -> making.apply(number), maker);
    }

    @Override
    public void close() {
        maker.shutdownNow();
    }
}
