package io.janua.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says how a training goes, in the terminal and as a table of curves: {@code what,number,value}. */
public final class TrainingLog implements AutoCloseable {

    private static final int STEPS_EACH = 50;

    private final PrintWriter table;
    private Instant since = Instant.now();
    private Instant began = since;
    private long firstStep;
    private long allSteps;
    private double losses;
    private int counted;

    public TrainingLog(Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        table = new PrintWriter(writer, true);
    }

    public void begin(String what, long numbers, long steps, long done) {
        System.out.printf("%s: %,d weights, step %,d of %,d%n", what, numbers, done, steps);
        began = since = Instant.now();
        firstStep = done;
        allSteps = steps;
    }

    public void step(long step, float loss, float rate, int batch) {
        if (!Float.isFinite(loss)) {
            throw new IllegalStateException(
                    "the loss of step %d is no number: start again from the last checkpoint".formatted(step));
        }
        losses += loss;
        counted++;
        if (step % STEPS_EACH == 0) {
            Instant now = Instant.now();
            double pace = counted * batch / (Duration.between(since, now).toMillis() / 1000.0);
            long left = Duration.between(began, now).toSeconds() * (allSteps - step) / Math.max(1, step - firstStep);
            System.out.printf(
                    "step %,7d of %,d  loss %.4f  rate %.5f  %4.0f pictures/s  %d min left%n",
                    step, allSteps, losses / counted, rate, pace, left / 60);
            table.printf(Locale.ROOT, "loss,%d,%.5f%n", step, losses / counted);
            since = now;
            losses = 0;
            counted = 0;
        }
    }

    public void epoch(long epoch, String measure, double value) {
        System.out.printf("epoch %d: %s %.4f%n", epoch, measure, value);
        table.printf(Locale.ROOT, "%s,%d,%.5f%n", measure, epoch, value);
    }

    @Override
    public void close() {
        table.close();
    }
}
