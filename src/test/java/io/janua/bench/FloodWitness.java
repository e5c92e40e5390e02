package io.janua.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two devices that ask again and again, and note how each answer came; a crowd beside them is another matter. */
final class FloodWitness {

    private static final int DEVICES = 2;

    /** Between an answer and the next question. Retry-After is not heeded, to see when the service is itself again. */
    private static final long PAUSE_MILLIS = 20;

    /** The status of what broke off: no device stops asking for that. */
    private static final int UNANSWERED = 0;

    private final ServiceClient client;
    private final String gallery;
    private final List<byte[]> probes;

    FloodWitness(ServiceClient client, String gallery, List<byte[]> probes) {
        this.client = client;
        this.gallery = gallery;
        this.probes = probes;
    }

    /**
     * How answers came, in the order in which they came.
     *
     * @param since when watching began, of {@link System#nanoTime}
     */
    record Seen(long since, double seconds, List<Answered> answers) {

        double[] ok() {
            return millis(200);
        }

        double[] busy() {
            return millis(503);
        }

        long other() {
            return answers.stream()
                    .filter(answer -> answer.status() != 200 && answer.status() != 503)
                    .count();
        }

        double firstOkMillis() {
            return answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .mapToDouble(answer -> (answer.at() - since) / 1e6)
                    .min()
                    .orElseThrow(() -> new IllegalStateException("the service did not come back"));
        }

        /** Zero where there was none. */
        double lastBusyMillis() {
            return answers.stream()
                    .filter(answer -> answer.status() == 503)
                    .mapToDouble(answer -> (answer.at() - since) / 1e6)
                    .max()
                    .orElse(0);
        }

        private double[] millis(int status) {
            return answers.stream()
                    .filter(answer -> answer.status() == status)
                    .mapToDouble(Answered::millis)
                    .toArray();
        }
    }

    /** @param at when it came, of {@link System#nanoTime} */
    private record Answered(int status, double millis, long at) {}

    boolean isAnswered(int number) {
        return ask(number) == 200;
    }

    /** Watches as long as the rest takes, and the given time at least. */
    Seen during(Duration atLeast, Runnable rest) {
        var ended = new AtomicBoolean();
        var answers = Collections.synchronizedList(new ArrayList<Answered>());
        long since = System.nanoTime();
        try (var devices = Executors.newFixedThreadPool(DEVICES)) {
            for (int device = 0; device < DEVICES; device++) {
                int first = device;
                devices.execute(() -> watch(first, ended, since + atLeast.toNanos(), answers));
            }
            try {
                rest.run();
            } finally {
                ended.set(true);
            }
        }
        return new Seen(since, (System.nanoTime() - since) / 1e9, List.copyOf(answers));
    }

    private void watch(int first, AtomicBoolean ended, long end, List<Answered> answers) {
        for (int number = first; !ended.get() || System.nanoTime() < end; number++) {
            long since = System.nanoTime();
            int status = ask(number);
            long now = System.nanoTime();
            answers.add(new Answered(status, (now - since) / 1e6, now));
            pause();
        }
    }

    private int ask(int number) {
        try {
            return client.identify(gallery, probes.get(number % probes.size()), "")
                    .status();
        } catch (UncheckedIOException unanswered) {
            return UNANSWERED;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
