package io.janua.bench;

import io.janua.bench.ServiceClient.Answer;
import io.janua.vision.InferencePool;
import java.util.List;
import java.util.Map;

/** Identification over HTTP by several clients, beside the pipeline alone: what HTTP, the database and the rest cost. */
final class IdentifyBench implements Benchmark {

    static final String NAME = "identify";

    private static final Reach RATIO = new Reach.AtLeast(0.8);

    private final IdentifyLoad load;

    IdentifyBench(BenchOptions options) {
        // Drawn people resemble each other: some answers are rightly "ambiguous", with the right person first.
        load = new IdentifyLoad(NAME, options, RATIO, "", Answer::ranksFirst);
    }

    @Override
    public void run(Report report) {
        List<String> people = BenchPictures.people();
        Progress.say("identify: starting the service and enrolling %d people", people.size());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database);
                InferencePool pool = LocalPipeline.pool(ServiceUnderTest.INFERENCE_THREADS)) {
            ServiceClient client = service.client();
            client.createGallery(IdentifyLoad.GALLERY, Map.of());
            people.forEach(person -> client.enroll(IdentifyLoad.GALLERY, person, BenchPictures.enrolment(person)));
            load.warmUp(client, pool);
            load.measure(service, pool, report);
        }
    }
}
