package io.janua.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several tasks that took turns (ABAB…), so that whatever disturbed the machine disturbed all of them alike. */
final class Rounds {

    /** Of each task, milliseconds a call in each round. */
    private final Map<String, double[]> millis = new LinkedHashMap<>();

    private Rounds() {}

    /** @param slice how long a task runs in each round; at least once in any case */
    static Rounds measure(Map<String, Runnable> tasks, int count, Duration slice) {
        var rounds = new Rounds();
        for (int round = 0; round < count; round++) {
            for (var task : tasks.entrySet()) {
                rounds.millis.computeIfAbsent(task.getKey(), _ -> new double[count])[round] =
                        millisPerCall(task.getValue(), slice);
            }
        }
        return rounds;
    }

    double median(String task) {
        return Statistics.median(millis.get(task));
    }

    /** The median of the rounds' own ratios: both sides of each were measured within a second. */
    double ratio(String task, String floor) {
        double[] numerators = millis.get(task);
        double[] denominators = millis.get(floor);
        return Statistics.median(IntStream.range(0, numerators.length)
                .mapToDouble(round -> numerators[round] / denominators[round])
                .toArray());
    }

    /** What some tasks take beyond others that are a part of them: the median of the rounds' own differences. */
    double difference(List<String> wholes, List<String> parts) {
        int rounds = millis.get(wholes.getFirst()).length;
        return Statistics.median(IntStream.range(0, rounds)
                .mapToDouble(round -> sum(wholes, round) - sum(parts, round))
                .toArray());
    }

    private double sum(List<String> tasks, int round) {
        return tasks.stream().mapToDouble(task -> millis.get(task)[round]).sum();
    }

    /** The mean within a slice: a median would leave out the garbage collector, which the task has to pay. */
    private static double millisPerCall(Runnable task, Duration slice) {
        int calls = 0;
        long begin = System.nanoTime();
        long passed;
        do {
            task.run();
            calls++;
            passed = System.nanoTime() - begin;
        } while (passed < slice.toNanos());
        return passed / 1e6 / calls;
    }
}
