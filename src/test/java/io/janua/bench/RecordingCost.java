package io.janua.bench;

import io.janua.security.secrets.SubjectCipher;
import io.janua.security.secrets.TemplateRotation;
import io.janua.vision.Embedding;
import io.janua.vision.Face;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What the log and the rotation of templates add to an identification, and a sealed picture to an enrolment. */
final class RecordingCost {

    private static final String GALLERY = "bench";
    private static final Reach SHARE = new Reach.AtMost(10);

    private static final String IDENTIFICATION = "identification";
    private static final String RECORDED = "statements, recorded";
    private static final String ALONE = "statements, search alone";
    private static final String ROTATION = "rotation";
    private static final String SEAL = "seal";

    private static final int WARM_UP_ANSWERS = 3_000;
    private static final int QUICK_WARM_UP_ANSWERS = 300;

    private final int rounds;
    private final Duration slice;
    private final int warmUpAnswers;
    private final Duration warmUpLimit;
    private final List<String> people = BenchPictures.people();
    private final List<byte[]> probes =
            people.stream().map(BenchPictures::probe).toList();

    RecordingCost(BenchOptions options) {
        rounds = options.quick() ? 4 : 12;
        slice = options.step().dividedBy(8);
        warmUpAnswers = options.quick() ? QUICK_WARM_UP_ANSWERS : WARM_UP_ANSWERS;
        warmUpLimit = options.step().multipliedBy(8);
    }

    void measure(ServiceUnderTest service, BenchDatabase database, Report report) {
        ServiceClient client = service.client();
        client.createGallery(GALLERY, Map.of());
        people.forEach(person -> client.enroll(GALLERY, person, BenchPictures.enrolment(person)));
        Face face = enrolled(people.getFirst());
        Embedding embedding = face.embedding().orElseThrow();
        var rotation = TemplateRotation.derive(TemplateRotation.newSeed(), embedding.model(), embedding.dimension());
        SubjectCipher cipher = SubjectCipher.generate();
        byte[] crop = face.crop().orElseThrow();
        try (var statements = new DecisionStatements(database, AuditBench.TENANT, GALLERY, embedding.values())) {
            var next = new AtomicInteger();
            Map<String, Runnable> tasks = new LinkedHashMap<>();
            tasks.put(IDENTIFICATION, () -> identify(client, next.getAndIncrement()));
            tasks.put(RECORDED, statements::recordedDecision);
            tasks.put(ALONE, statements::searchAlone);
            tasks.put(ROTATION, () -> rotation.apply(embedding.values()));
            tasks.put(SEAL, () -> cipher.encrypt(crop, "sample-image|default|0"));
            Progress.say("audit: warm-up, %d answers or %d s", warmUpAnswers, warmUpLimit.toSeconds());
            Load.of(1, warmUpLimit, warmUpAnswers, number -> {
                identify(client, number);
                return true;
            });
            Rounds.measure(tasks, 1, slice);
            Progress.say("audit: what recording adds, %d rounds", rounds);
            show(Rounds.measure(tasks, rounds, slice), crop.length, report);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void show(Rounds measured, int cropBytes, Report report) {
        double identification = measured.median(IDENTIFICATION);
        double entry = measured.difference(List.of(RECORDED), List.of(ALONE));
        double rotation = measured.median(ROTATION);
        double seal = measured.median(SEAL);
        report.add(row("identification, 1 client", identification));
        report.add(row("  statements of a search alone", measured.median(ALONE)));
        report.add(row("  statements with its entry and commit", measured.median(RECORDED)));
        report.add(row("  added by the entry", entry));
        report.add(row("  added by turning the probe", rotation));
        report.add(row("  added to an enrolment by sealing %d kB".formatted(cropBytes / 1000), seal));
        double added = entry + rotation;
        report.add(Row.of(
                AuditBench.NAME, "added to an identification", 100 * added / (identification - added), "%", SHARE));
    }

    private static Row row(String name, double millis) {
        return Row.of(AuditBench.NAME, name, millis, "ms");
    }

    private void identify(ServiceClient client, int number) {
        int at = number % people.size();
        if (!client.identify(GALLERY, probes.get(at), "").ranksFirst(people.get(at))) {
            throw new IllegalStateException("an enrolled person was not identified");
        }
    }

    /** With the crop that a gallery keeps which keeps pictures. */
    private static Face enrolled(String person) {
        return LocalPipeline.create()
                .extract(BenchPictures.enrolment(person), new FaceRequest(FaceSelection.LARGEST, false, true));
    }
}
