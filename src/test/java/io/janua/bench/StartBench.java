package io.janua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From the start of the process to readiness and to the first recognised person: with the AOT cache of
 * {@code ./janua up}, without, and as an executable where there is one.
 */
final class StartBench implements Benchmark {

    static final String NAME = "start";

    private static final String GALLERY = "bench";
    private static final double READY_MILLIS = 1200;
    private static final double READY_RATIO = 0.35;
    private static final Reach EXECUTABLE_READY = new Reach.AtMost(350);
    private static final Reach EXECUTABLE_VERIFIED = new Reach.AtMost(500);

    private final int starts;

    StartBench(BenchOptions options) {
        starts = options.quick() ? 1 : 5;
    }

    @Override
    public void run(Report report) {
        String person = BenchPictures.people().getFirst();
        byte[] probe = BenchPictures.probe(person);
        try (BenchDatabase database = BenchDatabase.create()) {
            Progress.say("start: warm-up, which creates the schema");
            try (ServiceUnderTest service = ServiceUnderTest.start(database)) {
                report.add(Row.of(
                        NAME, "ready, in an empty database", service.age().toMillis(), "ms"));
                service.client().createGallery(GALLERY, Map.of());
                service.client().enroll(GALLERY, person, BenchPictures.enrolment(person));
            }
            var plain = new Starts(() -> ServiceUnderTest.startPlain(database), person, probe);
            var cached = new Starts(() -> ServiceUnderTest.start(database), person, probe);
            var executable = new Starts(() -> ServiceUnderTest.startExecutable(database), person, probe);
            for (int i = 1; i <= starts; i++) {
                Progress.say("start: %d of %d", i, starts);
                plain.start();
                if (ServiceUnderTest.hasCache()) {
                    cached.start();
                }
                if (ServiceUnderTest.executable().isPresent()) {
                    executable.start();
                }
            }
            plain.report(report, "without cache", Optional.empty(), Optional.empty());
            if (ServiceUnderTest.executable().isPresent()) {
                executable.report(
                        report, "executable", Optional.of(EXECUTABLE_READY), Optional.of(EXECUTABLE_VERIFIED));
            }
            if (ServiceUnderTest.hasCache()) {
                cached.report(report, "with cache", Optional.of(new Reach.AtMost(READY_MILLIS)), Optional.empty());
                report.add(Row.of(
                        NAME, "ready, with cache / without", cached.ratio(plain), "", new Reach.AtMost(READY_RATIO)));
            }
        }
    }

    /** Several starts of one kind; milliseconds since the process began. */
    private static final class Starts {

        private final Supplier<ServiceUnderTest> starting;
        private final String person;
        private final byte[] probe;
        private final List<Double> ready = new ArrayList<>();
        private final List<Double> verified = new ArrayList<>();
        private final List<Double> megabytes = new ArrayList<>();

        Starts(Supplier<ServiceUnderTest> starting, String person, byte[] probe) {
            this.starting = starting;
            this.person = person;
            this.probe = probe;
        }

        void start() {
            try (ServiceUnderTest service = starting.get()) {
                ready.add((double) service.age().toMillis());
                megabytes.add(new ProcessMemory(service.pid()).residentMegabytes());
                if (!service.client().verifies(GALLERY, person, probe)) {
                    throw new IllegalStateException("the first person was not verified");
                }
                verified.add((double) service.age().toMillis());
            }
        }

        void report(Report report, String how, Optional<Reach> readyWithin, Optional<Reach> verifiedWithin) {
            report.add(new Row(NAME, "ready, " + how, median(ready), "ms", readyWithin));
            report.add(new Row(NAME, "first person verified, " + how, median(verified), "ms", verifiedWithin));
            report.add(Row.of(NAME, "resident when ready, " + how, median(megabytes), "MB"));
        }

        /** The median of the ratios of starts that followed each other. */
        double ratio(Starts others) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ready.size(); i++) {
                ratios.add(ready.get(i) / others.ready.get(i));
            }
            return median(ratios);
        }
    }

    private static double median(List<Double> values) {
        return Statistics.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
