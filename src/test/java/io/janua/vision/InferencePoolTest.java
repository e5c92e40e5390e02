package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.time.Stages;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class InferencePoolTest {

    @Test
    void call_passesResultsAndRefusalsOn() {
        try (var pool = pool(1, 1)) {
            assertThat(pool.<String>call(pipeline -> "done")).isEqualTo("done");
            assertThatThrownBy(() -> pool.call(pipeline -> {
                        throw Problems.noFace();
                    }))
                    .isInstanceOf(Problem.class);
            // A refusal must not cost the pool its pipeline.
            assertThat(pool.<String>call(pipeline -> "again")).isEqualTo("again");
        }
    }

    @Test
    void call_givesEachThreadAPipelineOfItsOwn() throws Exception {
        var barrier = new CyclicBarrier(2);
        Set<FacePipeline> used = ConcurrentHashMap.newKeySet();
        try (var pool = pool(2, 2);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                callers.submit(() -> pool.call(pipeline -> {
                    used.add(pipeline);
                    return await(barrier);
                }));
            }
        }
        assertThat(used).hasSize(2);
    }

    @Test
    void call_saysBusyWhenTheQueueIsFull() throws Exception {
        var release = new CountDownLatch(1);
        var running = new CountDownLatch(1);
        try (var pool = pool(1, 1);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.submit(() -> pool.call(pipeline -> {
                running.countDown();
                return await(release);
            }));
            running.await();
            callers.submit(() -> pool.call(pipeline -> null));
            while (pool.waiting() < 1) {
                Thread.onSpinWait();
            }

            assertThatThrownBy(() -> pool.call(pipeline -> null))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BUSY));
            release.countDown();
        }
    }

    private static InferencePool pool(int size, int queueLength) {
        return new InferencePool(size, queueLength, TestingVision::pipelineFindingNothing, Stages.UNWATCHED);
    }

    private static Object await(CyclicBarrier barrier) {
        try {
            return barrier.await();
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Object await(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
