package io.janua.vision;

import io.janua.problem.Problems;
import io.janua.time.Stages;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fixed number of platform threads, each with a pipeline of its own, before a bounded queue. Inference fills a core,
 * so more threads would only take turns; waiting is for the callers' virtual threads.
 */
public final class InferencePool implements AutoCloseable {

    private final BlockingQueue<FacePipeline> idle;
    private final ThreadPoolExecutor threads;
    private final Stages stages;
    private final LongAdder refused = new LongAdder();

    /** @param queueLength how many callers may wait; the next one is told {@code busy} */
    public InferencePool(int size, int queueLength, Supplier<FacePipeline> pipelines, Stages stages) {
        this.stages = stages;
        idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(pipelines.get());
        }
        threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queueLength),
                Thread.ofPlatform().name("inference-", 0).factory());
        threads.prestartAllCoreThreads();
    }

    /**
     * Runs the task with a pipeline and waits for its result.
     *
     * @throws io.janua.problem.Problem {@code busy} when the queue is full, and whatever the task refuses
     */
    public <T> T call(Function<FacePipeline, T> task) {
        Future<T> result;
        long asked = System.nanoTime();
        try {
            result = threads.submit(stages.carried(() -> withPipeline(task, asked)));
        } catch (RejectedExecutionException queueFull) {
            refused.increment();
            throw Problems.busy();
        }
        try {
            return result.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw Problems.busy();
        }
    }

    /** Callers that wait for a thread at this moment. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** How many callers may wait. */
    public int capacity() {
        return threads.getQueue().size() + threads.getQueue().remainingCapacity();
    }

    /** Threads that work at this moment. */
    public int busy() {
        return threads.getActiveCount();
    }

    public int threads() {
        return threads.getMaximumPoolSize();
    }

    /** Callers for whom there was no room, since the start. */
    public long refused() {
        return refused.sum();
    }

    private <T> T withPipeline(Function<FacePipeline, T> task, long asked) {
        stages.waited(asked);
        // There are as many pipelines as threads, so one is always idle here.
        FacePipeline pipeline = idle.remove();
        try {
            return task.apply(pipeline);
        } finally {
            idle.add(pipeline);
        }
    }

    @Override
    public void close() {
        threads.close();
        idle.forEach(FacePipeline::close);
    }
}
