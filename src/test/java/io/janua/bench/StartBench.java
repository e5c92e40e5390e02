package io.janua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of the process to readiness and to the first recognised person. */
final class StartBench implements Benchmark {

    static final String NAME = "start";

    private static final String GALLERY = "bench";

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
            List<Double> ready = new ArrayList<>();
            List<Double> identified = new ArrayList<>();
            for (int i = 1; i <= starts; i++) {
                Progress.say("start: %d of %d", i, starts);
                try (ServiceUnderTest service = ServiceUnderTest.start(database)) {
                    ready.add((double) service.age().toMillis());
                    if (!service.client().identify(GALLERY, probe, "").identifies(person)) {
                        throw new IllegalStateException("the first person was not identified");
                    }
                    identified.add((double) service.age().toMillis());
                }
            }
            report.add(Row.of(NAME, "ready", median(ready), "ms"));
            report.add(Row.of(NAME, "first person identified", median(identified), "ms"));
        }
    }

    private static double median(List<Double> values) {
        return Statistics.median(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
