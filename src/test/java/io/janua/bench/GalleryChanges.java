package io.janua.bench;

import static io.janua.bench.GalleryBench.NAME;

import io.janua.bench.ServiceClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Searches of a large gallery while people come and go. */
final class GalleryChanges implements AutoCloseable {

    private static final int CLIENTS = 2;
    private static final int COMING_AND_GOING = 3;
    private static final String QUERY = "?belowThreshold=true";
    private static final Reach NONE = new Reach.AtMost(0);

    private final ServiceClient client;
    private final String gallery;
    private final GalleryWriter writer;
    private final Duration slice;
    private final List<String> staying;
    private final List<String> passing;

    /** Drawn once: drawing one takes longer than an answer. */
    private final Map<String, byte[]> probes;

    GalleryChanges(
            BenchDatabase database,
            ServiceUnderTest service,
            String gallery,
            SearchSet strangers,
            BenchOptions options) {
        this.client = service.client();
        this.gallery = gallery;
        this.slice = options.step();
        this.writer = new GalleryWriter(database, gallery, strangers);
        List<String> people = BenchPictures.people();
        this.staying = people.subList(COMING_AND_GOING, people.size());
        this.passing = people.subList(0, COMING_AND_GOING);
        this.probes = people.stream().collect(Collectors.toMap(person -> person, BenchPictures::probe));
    }

    void measure(Report report) {
        Progress.say("gallery: %d clients, nobody comes or goes", CLIENTS);
        Load quiet = searches();
        Progress.say("gallery: %d clients, %d changes a second", CLIENTS, GalleryWriter.CHANGES_A_SECOND);
        writer.start();
        Load busy = searches();
        comeAndGo(report);
        writer.stop();
        double quietP99 = Statistics.percentile(0.99, quiet.millis());
        double busyP99 = Statistics.percentile(0.99, busy.millis());
        report.add(Row.of(NAME, "p99, 2 clients, no changes", quietP99, "ms"));
        report.add(Row.of(NAME, "p99, 2 clients, people enrolled and erased", busyP99, "ms"));
        report.add(Row.of(NAME, "  the same, p50", Statistics.median(busy.millis()), "ms"));
        report.add(Row.of(NAME, "  enrolments and erasures", writer.perSecond(), "1/s"));
        report.add(Row.of(NAME, "  wrong answers", quiet.wrong() + busy.wrong(), "", NONE));
    }

    /** While the writer writes: who was just enrolled has to be found, and who was just erased must not be. */
    private void comeAndGo(Report report) {
        var notFound = new AtomicInteger();
        var stillFound = new AtomicInteger();
        passing.forEach(person -> client.erase(gallery, person));
        Load load = Load.of(1, slice, number -> {
            String person = passing.get(number % passing.size());
            client.enroll(gallery, person, BenchPictures.enrolment(person));
            if (!identify(person).showsFirst(person)) {
                notFound.incrementAndGet();
            }
            client.erase(gallery, person);
            if (identify(person).showsFirst(person)) {
                stillFound.incrementAndGet();
            }
            return true;
        });
        report.add(Row.of(NAME, "enrolled, searched at once, erased, searched at once", load.millis().length, ""));
        report.add(Row.of(NAME, "  not found by the next search", notFound.get(), "", NONE));
        report.add(Row.of(NAME, "  still found after their erasure", stillFound.get(), "", NONE));
    }

    private Load searches() {
        return Load.of(CLIENTS, slice, number -> {
            String person = staying.get(number % staying.size());
            return identify(person).showsFirst(person);
        });
    }

    private Answer identify(String person) {
        return client.identify(gallery, probes.get(person), QUERY);
    }

    @Override
    public void close() {
        writer.stop();
    }
}
