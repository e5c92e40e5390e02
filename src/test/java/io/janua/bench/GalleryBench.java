package io.janua.bench;

import io.janua.bench.ServiceClient.Answer;
import io.janua.vision.InferencePool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The service with a gallery of a million people, and a thousand of a thousand in the same tables: what they add to an
 * answer, and whether it keeps up with changes.
 */
final class GalleryBench implements Benchmark {

    static final String NAME = "gallery";

    private static final int PEOPLE = 1_000_000;
    private static final String LARGE = IdentifyLoad.GALLERY;
    private static final String SMALL = "small";

    private static final int GALLERIES = 1000;

    /** The last of them. */
    private static final String ONE_OF_MANY = SMALL + "-" + (GALLERIES - 1);

    /** Among so many a match needs a higher score than drawn people reach; who is nearest does not depend on it. */
    private static final String QUERY = "?belowThreshold=true";

    private static final Reach OF_THE_PIPELINE = new Reach.AtLeast(0.75);
    private static final Reach BYTES_A_TEMPLATE = new Reach.AtMost(200);
    private static final Duration FILL_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLLING = Duration.ofMillis(100);
    private static final int ROUNDS = 5;

    private final BenchOptions options;
    private final IdentifyLoad load;
    private final String person = BenchPictures.people().getFirst();

    /** Drawn once: drawing it takes longer than an answer. */
    private final byte[] probe = BenchPictures.probe(person);

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
                BenchPictures.people().forEach(each -> client.enroll(gallery, each, BenchPictures.enrolment(each)));
            }
            load.warmUp(client, pool);
            Progress.say("gallery: filling up with %,d people", PEOPLE);
            report.add(Row.of(
                    NAME,
                    "people and their templates into the database",
                    LargeGallery.fill(database, LARGE, strangers),
                    "s"));
            fillOthers(database, client, strangers, report);
            fillMemory(service, report);
            load.warmUp(client, pool);
            compareWithSmall(client, report);
            load.measure(service, pool, report);
            try (var changes = new GalleryChanges(database, service, LARGE, strangers, options)) {
                changes.measure(report);
            }
        }
    }

    private static void fillOthers(BenchDatabase database, ServiceClient client, SearchSet strangers, Report report) {
        Progress.say("gallery: %,d galleries of as many together", GALLERIES);
        report.add(Row.of(
                NAME,
                "as many again, in %,d galleries".formatted(GALLERIES),
                LargeGallery.fillOthers(database, SMALL, GALLERIES, strangers),
                "s"));
        BenchPictures.people().forEach(each -> client.enroll(ONE_OF_MANY, each, BenchPictures.enrolment(each)));
    }

    private void fillMemory(ServiceUnderTest service, Report report) {
        var memory = new ProcessMemory(service.pid());
        double before = memory.residentMegabytes();
        Progress.say("gallery: the service reads it");
        long begin = System.nanoTime();
        identify(service.client(), LARGE);
        report.add(Row.of(NAME, "first answer, from the database", (System.nanoTime() - begin) / 1e6, "ms"));
        while (service.client().templatesInMemory(LARGE) == 0) {
            if (System.nanoTime() - begin > FILL_LIMIT.toNanos()) {
                throw new IllegalStateException("the gallery is not in memory after %s".formatted(FILL_LIMIT));
            }
            pause();
        }
        report.add(Row.of(NAME, "in memory after", (System.nanoTime() - begin) / 1e9, "s"));
        double bytes = (memory.residentMegabytes() - before) * (1 << 20);
        report.add(Row.of(NAME, "more resident, a template", bytes / PEOPLE, "B", BYTES_A_TEMPLATE));
    }

    /** One client in all in turns: the difference is what searching a million takes. */
    private void compareWithSmall(ServiceClient client, Report report) {
        Progress.say("gallery: one client in a small one and in this, %d rounds", ROUNDS);
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put(SMALL, () -> identify(client, SMALL));
        tasks.put(ONE_OF_MANY, () -> identify(client, ONE_OF_MANY));
        tasks.put(LARGE, () -> identify(client, LARGE));
        var rounds = Rounds.measure(tasks, ROUNDS, options.step().dividedBy(tasks.size() * ROUNDS));
        report.add(Row.of(
                NAME,
                "answer, %d people, 1 client".formatted(BenchPictures.people().size()),
                rounds.median(SMALL),
                "ms"));
        report.add(Row.of(
                NAME,
                "answer, one of %,d galleries of %,d, 1 client".formatted(GALLERIES, PEOPLE / GALLERIES),
                rounds.median(ONE_OF_MANY),
                "ms"));
        report.add(Row.of(NAME, "answer, %,d people, 1 client".formatted(PEOPLE), rounds.median(LARGE), "ms"));
        report.add(Row.of(NAME, "what the many add", rounds.difference(List.of(LARGE), List.of(SMALL)), "ms"));
    }

    private void identify(ServiceClient client, String gallery) {
        if (!client.identify(gallery, probe, QUERY).showsFirst(person)) {
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
