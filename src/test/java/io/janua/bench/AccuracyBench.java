package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.bench.ServiceClient.Answer;
import io.janua.support.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Who is recognised on photographs of real people. These stay strangers: what is shown are counts, never a name, a
 * picture or a score.
 */
final class AccuracyBench implements Benchmark {

    static final String NAME = "accuracy";

    private static final String GALLERY = "people";

    /** Public photographs come as they are: other people beside the one who is meant, and every quality. */
    private static final Map<String, Object> POLICY =
            Map.of("duplicates", "off", "enrollmentFace", "largest", "enrollmentQuality", "off", "probeQuality", "off");

    private static final String QUERY = "?fpir=0.01&belowThreshold=true";
    private static final Reach RANK_ONE = new Reach.AtLeast(98);
    private static final Reach IDENTIFIED = new Reach.AtLeast(97);
    private static final Reach NONE = new Reach.AtMost(0);

    private int probes;
    private int unanswered;
    private int rankedFirst;
    private int identified;
    private int answeredRight;
    private int answeredWrong;
    private int falsePositives;
    private int neighbours;

    @Override
    public void run(Report report) {
        List<Path> people = SharedData.people();
        Progress.say("accuracy: starting the service and enrolling %d people", people.size());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database)) {
            ServiceClient client = service.client();
            client.createGallery(GALLERY, POLICY);
            for (Path person : people) {
                Path first = SharedData.pictures(person).getFirst();
                client.enroll(GALLERY, person.getFileName().toString(), SharedData.read(first));
            }
            Progress.say("accuracy: identifying the other photographs");
            for (Path person : people) {
                for (Path picture : SharedData.pictures(person).stream().skip(1).toList()) {
                    count(person.getFileName().toString(), client.identify(GALLERY, SharedData.read(picture), QUERY));
                }
            }
        }
        show(people.size(), report);
    }

    private void count(String person, Answer answer) {
        probes++;
        if (answer.status() != 200) {
            unanswered++;
            return;
        }
        JsonNode candidates = answer.body().path("candidates");
        if (isPerson(candidates.path(0), person)) {
            rankedFirst++;
        }
        if (answer.ranksFirst(person)) {
            identified++;
        }
        if (answer.identifies(person)) {
            answeredRight++;
        }
        if (answer.identifiesAnother(person)) {
            answeredWrong++;
        }
        JsonNode best = candidates.path(0);
        if (best.path("accepted").asBoolean() && !isPerson(best, person)) {
            falsePositives++;
        }
        // At FPIR 1 % such neighbours are expected; a clear best candidate makes them harmless.
        if (StreamSupport.stream(candidates.spliterator(), false)
                .anyMatch(candidate -> candidate.path("accepted").asBoolean() && !isPerson(candidate, person))) {
            neighbours++;
        }
    }

    private void show(int people, Report report) {
        report.add(Row.of(NAME, "people enrolled", people, ""));
        report.add(Row.of(NAME, "photographs identified against them", probes, ""));
        report.add(Row.of(NAME, "right person ranked first", percent(rankedFirst), "%", RANK_ONE));
        // The true positive identification rate of ISO/IEC 19795-1, at rank one.
        report.add(Row.of(NAME, "and above the threshold for FPIR 1 %", percent(identified), "%", IDENTIFIED));
        report.add(Row.of(NAME, "and the answer is \"identified\"", percent(answeredRight), "%"));
        report.add(Row.of(NAME, "false positives: another person ranked first, above it", falsePositives, "", NONE));
        report.add(Row.of(NAME, "another person above it, behind the right one", neighbours, ""));
        report.add(Row.of(NAME, "another person \"identified\"", answeredWrong, ""));
        report.add(Row.of(NAME, "misses: not ranked first", probes - rankedFirst, ""));
        report.add(Row.of(NAME, "misses: not above the threshold", probes - identified, ""));
        report.add(Row.of(NAME, "misses: photograph refused", unanswered, ""));
    }

    private double percent(int count) {
        return 100.0 * count / probes;
    }

    private static boolean isPerson(JsonNode candidate, String person) {
        return person.equals(candidate.path("subject").asText());
    }
}
