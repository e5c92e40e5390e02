package io.janua.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * What several clients did at once, each asking again as soon as it was answered.
 *
 * @param millis how long each call took
 * @param seconds from the beginning to the last answer
 * @param wrong calls whose answer was not the right one
 */
record Load(double[] millis, double seconds, int wrong) {

    /**
     * @param time no call begins later
     * @param mostCalls all clients together
     * @param call takes the number of the call and says whether its answer was right
     */
    static Load of(int clients, Duration time, int mostCalls, IntPredicate call) {
        var next = new AtomicInteger();
        var wrong = new AtomicInteger();
        List<Future<List<Double>>> results = new ArrayList<>();
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                results.add(threads.submit(() -> {
                    List<Double> millis = new ArrayList<>();
                    while (System.nanoTime() - begin < time.toNanos()) {
                        int number = next.getAndIncrement();
                        if (number >= mostCalls) {
                            break;
                        }
                        long since = System.nanoTime();
                        boolean right = call.test(number);
                        millis.add((System.nanoTime() - since) / 1e6);
                        if (!right) {
                            wrong.incrementAndGet();
                        }
                    }
                    return millis;
                }));
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double[] millis = results.stream()
                .flatMap(result -> finished(result).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Load(millis, seconds, wrong.get());
    }

    static Load of(int clients, Duration time, IntPredicate call) {
        return of(clients, time, Integer.MAX_VALUE, call);
    }

    double perSecond() {
        return millis.length / seconds;
    }

    private static List<Double> finished(Future<List<Double>> result) {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a call failed under load", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
