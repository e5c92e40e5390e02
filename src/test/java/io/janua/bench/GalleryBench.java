package io.janua.bench;

import io.janua.bench.ServiceClient.Answer;
import io.janua.vision.InferencePool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The service with a gallery of a million people: what they add to an answer, and whether it keeps up with changes. */
final class GalleryBench implements Benchmark {

    static final String NAME = "gallery";

    private static final int PEOPLE = 1_000_000;
    private static final String LARGE = IdentifyLoad.GALLERY;
    private static final String SMALL = "small";

    /** Among so many a match needs a higher score than drawn people reach; who is nearest does not depend on it. */
    private static final String QUERY = "?belowThreshold=true";

    private static final Reach OF_THE_PIPELINE = new Reach.AtLeast(0.75);
    private static final Reach BYTES_A_TEMPLATE = new Reach.AtMost(200);
    private static final Duration FILL_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final int ROUNDS = 5;

    private final BenchOptions options;
    private final IdentifyLoad load;

    GalleryBench(BenchOptions options) {
        this.options = options;
        load = new IdentifyLoad(NAME, options, OF_THE_PIPELINE, QUERY, Answer::showsFirst);
    }

    @Override
    public void run(Report report) {
        SearchSet strangers = SearchSet.faceLike(PEOPLE);
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database);
                InferencePool pool = LocalPipeline.pool(ServiceUnderTest.INFERENCE_THREADS)) {
            ServiceClient client = service.client();
            for (String gallery : List.of(SMALL, LARGE)) {
                client.createGallery(gallery, Map.of("duplicates", "off"));
                BenchPictures.people()
                        .forEach(person -> client.enroll(gallery, person, BenchPictures.enrolment(person)));
            }
            load.warmUp(client, pool);
            Progress.say("gallery: filling up with %,d people", PEOPLE);
            report.add(Row.of(
                    NAME,
                    "people and their templates into the database",
                    LargeGallery.fill(database, LARGE, strangers),
                    "s"));
            fillMemory(service, report);
            load.warmUp(client, pool);
            compareWithSmall(client, report);
            load.measure(service, pool, report);
            try (var changes = new GalleryChanges(database, service, LARGE, strangers, options)) {
                changes.measure(report);
            }
        }
    }

    private static void fillMemory(ServiceUnderTest service, Report report) {
        var memory = new ProcessMemory(service.pid());
        double before = memory.residentMegabytes();
        Progress.say("gallery: the service reads it");
        long begin = System.nanoTime();
        identify(service.client(), LARGE);
        report.add(Row.of(NAME, "first answer, from the database", (System.nanoTime() - begin) / 1e6, "ms"));
        while (!inMemory(service.client())) {
            if (System.nanoTime() - begin > FILL_LIMIT.toNanos()) {
                throw new IllegalStateException("the gallery is not in memory after %s".formatted(FILL_LIMIT));
            }
            pause();
        }
        report.add(Row.of(NAME, "in memory after", (System.nanoTime() - begin) / 1e9, "s"));
        double bytes = (memory.residentMegabytes() - before) * (1 << 20);
        report.add(Row.of(NAME, "more resident, a template", bytes / PEOPLE, "B", BYTES_A_TEMPLATE));
    }

    private static boolean inMemory(ServiceClient client) {
        var galleries = client.get("/v1/system").body().path("search").path("galleries");
        return StreamSupport.stream(galleries.spliterator(), false)
                .anyMatch(gallery -> gallery.path("name").asText().equals(LARGE)
                        && gallery.path("state").asText().equals("ready"));
    }

    /** One client in both in turns: the difference is what searching a million takes. */
    private void compareWithSmall(ServiceClient client, Report report) {
        Progress.say("gallery: one client in a small one and in this, %d rounds", ROUNDS);
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put(SMALL, () -> identify(client, SMALL));
        tasks.put(LARGE, () -> identify(client, LARGE));
        var rounds = Rounds.measure(tasks, ROUNDS, options.step().dividedBy(2 * ROUNDS));
        report.add(Row.of(
                NAME,
                "answer, %d people, 1 client".formatted(BenchPictures.people().size()),
                rounds.median(SMALL),
                "ms"));
        report.add(Row.of(NAME, "answer, %,d people, 1 client".formatted(PEOPLE), rounds.median(LARGE), "ms"));
        report.add(Row.of(NAME, "what the many add", rounds.difference(List.of(LARGE), List.of(SMALL)), "ms"));
    }

    private static void identify(ServiceClient client, String gallery) {
        String person = BenchPictures.people().getFirst();
        if (!client.identify(gallery, BenchPictures.probe(person), QUERY).showsFirst(person)) {
            throw new IllegalStateException("somebody else was found");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLLING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
