package io.janua.bench;

import io.janua.support.SharedData;
import java.time.Duration;
import java.util.Map;

/** The service's resident set: idle, under the largest pictures that people send, and afterwards. */
final class MemoryBench implements Benchmark {

    static final String NAME = "memory";

    private static final String GALLERY = "bench";
    private static final String LARGE_PICTURE = "one_face_large.jpg";
    private static final int CLIENTS = 4;
    private static final Reach IDLE = new Reach.AtMost(350);
    private static final Reach ABOVE_IDLE = new Reach.AtMost(500);

    /** The collector gives memory back after ten idle seconds, the allocator every five. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Duration LOAD_LIMIT = Duration.ofMinutes(3);
    private static final int MOST_SECONDS_AFTER = 60;

    /** Whoever gives memory back in steps (a garbage collector, an allocator) gets this long for the next one. */
    private static final int SECONDS_WITHOUT_FALL = 25;

    private final int requests;

    MemoryBench(BenchOptions options) {
        requests = options.quick() ? 20 : 100;
    }

    @Override
    public void run(Report report) {
        Progress.say("memory: starting the service");
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database)) {
            var memory = new ProcessMemory(service.pid());
            report.add(Row.of(NAME, "when ready", memory.residentMegabytes(), "MB", IDLE));
            settle();
            report.add(Row.of(NAME, "idle after start", memory.residentMegabytes(), "MB", IDLE));
            identifyOnce(service.client());
            settle();
            report.add(Row.of(NAME, "idle after one identification", memory.residentMegabytes(), "MB", IDLE));
            large(service.client(), memory, report);
        }
    }

    private static void identifyOnce(ServiceClient client) {
        // Whoever is in the large picture is a stranger here; what counts is that the picture is worked through.
        client.createGallery(GALLERY, Map.of("probeQuality", "off"));
        String person = BenchPictures.people().getFirst();
        client.enroll(GALLERY, person, BenchPictures.enrolment(person));
        if (!client.identify(GALLERY, BenchPictures.probe(person), "").identifies(person)) {
            throw new IllegalStateException("the person was not identified");
        }
    }

    private void large(ServiceClient client, ProcessMemory memory, Report report) {
        byte[] picture = SharedData.special(LARGE_PICTURE);
        Progress.say("memory: %d pictures of 36 megapixels by %d clients", requests, CLIENTS);
        double before = memory.residentMegabytes();
        memory.resetPeak();
        Load load = Load.of(
                CLIENTS,
                LOAD_LIMIT,
                requests,
                _ -> client.identify(GALLERY, picture, "").status() == 200);
        double peak = memory.peakMegabytes();
        if (load.wrong() > 0) {
            throw new IllegalStateException(
                    "%d of %d large pictures were refused".formatted(load.wrong(), load.millis().length));
        }
        report.add(Row.of(NAME, "before pictures of 36 megapixels", before, "MB"));
        report.add(Row.of(NAME, "such pictures, by 4 clients", load.millis().length, ""));
        report.add(Row.of(NAME, "peak beyond what was before", peak - before, "MB", ABOVE_IDLE));
        report.add(Row.of(NAME, "such pictures a second", load.perSecond(), "1/s"));
        giveBack(memory, peak, before, report);
    }

    private static void giveBack(ProcessMemory memory, double peak, double before, Report report) {
        Progress.say("memory: waiting for what the service gives back, at most %d s", MOST_SECONDS_AFTER);
        double least = memory.residentMegabytes();
        int leastAt = 0;
        for (int second = 1; second <= MOST_SECONDS_AFTER && second - leastAt <= SECONDS_WITHOUT_FALL; second++) {
            sleep(Duration.ofSeconds(1));
            double now = memory.residentMegabytes();
            if (now < least - 1) {
                least = now;
                leastAt = second;
            }
        }
        report.add(Row.of(NAME, "least afterwards", least, "MB"));
        report.add(Row.of(NAME, "least reached after", leastAt, "s"));
        report.add(Row.of(NAME, "given back of the peak", 100 * (peak - least) / (peak - before), "%"));
    }

    private static void settle() {
        sleep(SETTLED);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
