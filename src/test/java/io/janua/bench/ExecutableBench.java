package io.janua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The executable beside the package on the JVM: memory, and how much it does once that is warm. */
final class ExecutableBench implements Benchmark {

    static final String NAME = "native";

    private static final String GALLERY = "bench";
    private static final int CLIENTS = 4;
    private static final int IDENTIFICATIONS = 1000;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final double MEGABYTE = 1 << 20;

    private static final Reach MEMORY = new Reach.AtMost(0.6);
    private static final Reach THROUGHPUT = new Reach.AtLeast(0.85);
    private static final Reach SIZE = new Reach.AtMost(180);

    private final int rounds;
    private final List<String> people = BenchPictures.people();
    private final List<byte[]> probes =
            people.stream().map(BenchPictures::probe).toList();

    ExecutableBench(BenchOptions options) {
        rounds = options.quick() ? 3 : 9;
    }

    @Override
    public void run(Report report) {
        if (ServiceUnderTest.executable().isEmpty()) {
            report.skipped(NAME, "there is no executable; ./janua native builds it");
            return;
        }
        reportSize(report, ServiceUnderTest.executable().orElseThrow());
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest onTheJvm = ServiceUnderTest.start(database);
                ServiceUnderTest executable = ServiceUnderTest.startExecutable(database)) {
            onTheJvm.client().createGallery(GALLERY, Map.of());
            BenchPictures.people()
                    .forEach(person -> onTheJvm.client().enroll(GALLERY, person, BenchPictures.enrolment(person)));
            report.add(Row.of(
                    NAME,
                    "resident after 1,000 identifications, executable / JVM",
                    residentAfterwards(executable, "executable", report) / residentAfterwards(onTheJvm, "JVM", report),
                    "",
                    MEMORY));
            reportThroughput(report, onTheJvm, executable);
        }
    }

    private double residentAfterwards(ServiceUnderTest service, String which, Report report) {
        Progress.say("native: %d identifications, %s", IDENTIFICATIONS, which);
        identify(service);
        double megabytes = new ProcessMemory(service.pid()).residentMegabytes();
        report.add(Row.of(NAME, "resident after 1,000 identifications, " + which, megabytes, "MB"));
        return megabytes;
    }

    /** One after the other, round for round, because the machine has its moods. */
    private void reportThroughput(Report report, ServiceUnderTest onTheJvm, ServiceUnderTest executable) {
        double[] ofJvm = new double[rounds];
        double[] ofExecutable = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Progress.say("native: throughput, round %d of %d", round + 1, rounds);
            ofJvm[round] = identify(onTheJvm);
            ofExecutable[round] = identify(executable);
            ratios[round] = ofExecutable[round] / ofJvm[round];
        }
        report.add(Row.of(NAME, "identifications a second, JVM", Statistics.median(ofJvm), "1/s"));
        report.add(Row.of(NAME, "identifications a second, executable", Statistics.median(ofExecutable), "1/s"));
        report.add(
                Row.of(NAME, "identifications a second, executable / JVM", Statistics.median(ratios), "", THROUGHPUT));
    }

    private double identify(ServiceUnderTest service) {
        Load load = Load.of(CLIENTS, LIMIT, IDENTIFICATIONS, number -> {
            int which = number % people.size();
            return service.client().identify(GALLERY, probes.get(which), "").ranksFirst(people.get(which));
        });
        if (load.wrong() > 0) {
            throw new IllegalStateException("%d of %d answers were wrong".formatted(load.wrong(), IDENTIFICATIONS));
        }
        return load.perSecond();
    }

    private static void reportSize(Report report, Path executable) {
        double runtime = megabytes(executable.resolveSibling(
                "lib/native/%s/%s".formatted(System.getProperty("os.arch"), System.mapLibraryName("onnxruntime"))));
        report.add(Row.of(NAME, "executable", megabytes(executable), "MB"));
        report.add(Row.of(NAME, "executable with ONNX Runtime", megabytes(executable) + runtime, "MB", SIZE));
    }

    private static double megabytes(Path file) {
        try {
            return Files.size(file) / MEGABYTE;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
