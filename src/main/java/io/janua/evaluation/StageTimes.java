package io.janua.evaluation;

import io.janua.time.Stage;
import io.janua.time.Stages;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** How long each stage took for each photograph. */
final class StageTimes implements Stages {

    private final Map<Stage, Durations> stages = new EnumMap<>(Stage.class);
    private final Durations photographs = new Durations();

    /** In milliseconds; NaN where nothing was measured. */
    record Summary(double median, double p95) {}

    StageTimes() {
        for (Stage stage : Stage.values()) {
            stages.put(stage, new Durations());
        }
    }

    @Override
    public <T> T watch(Stage stage, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            stages.get(stage).add(System.nanoTime() - began);
        }
    }

    /** From the file's bytes to the template. */
    void photograph(long nanoseconds) {
        photographs.add(nanoseconds);
    }

    Summary of(Stage stage) {
        return stages.get(stage).summary();
    }

    Summary ofPhotographs() {
        return photographs.summary();
    }

    @Override
    public void waited(long since) {
        // Nobody waits for a thread here.
    }

    @Override
    public <T> Callable<T> carried(Callable<T> work) {
        return work;
    }

    private static final class Durations {

        private static final int FEW = 1024;
        private static final double NANOSECONDS = 1e6;

        private float[] milliseconds = new float[FEW];
        private int size;

        synchronized void add(long nanoseconds) {
            if (size == milliseconds.length) {
                milliseconds = Arrays.copyOf(milliseconds, 2 * size);
            }
            milliseconds[size++] = (float) (nanoseconds / NANOSECONDS);
        }

        synchronized Summary summary() {
            float[] sorted = Arrays.copyOf(milliseconds, size);
            Arrays.sort(sorted);
            return new Summary(quantile(sorted, 0.5), quantile(sorted, 0.95));
        }

        /** The least value that this share of them does not exceed. */
        private static double quantile(float[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
        }
    }
}
