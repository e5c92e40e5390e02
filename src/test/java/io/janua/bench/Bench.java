package io.janua.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opentest4j.TestAbortedException;

/** {@code ./janua bench}: measures Janua and says whether it reaches what it is meant to. */
public final class Bench {

    private static final int MISSED = 1;
    private static final int FAILED = 2;

    private static final Map<String, Function<BenchOptions, Benchmark>> BENCHMARKS = new LinkedHashMap<>();

    static {
        BENCHMARKS.put(PipelineBench.NAME, PipelineBench::new);
        BENCHMARKS.put(OpenCvBench.NAME, OpenCvBench::new);
        BENCHMARKS.put(IdentifyBench.NAME, IdentifyBench::new);
        BENCHMARKS.put(SearchBench.NAME, SearchBench::new);
        BENCHMARKS.put(GalleryBench.NAME, GalleryBench::new);
        BENCHMARKS.put(AccuracyBench.NAME, _ -> new AccuracyBench());
        BENCHMARKS.put(MemoryBench.NAME, MemoryBench::new);
        BENCHMARKS.put(StartBench.NAME, StartBench::new);
        BENCHMARKS.put(ExecutableBench.NAME, ExecutableBench::new);
        BENCHMARKS.put(AuditBench.NAME, AuditBench::new);
        BENCHMARKS.put(ImportBench.NAME, ImportBench::new);
        BENCHMARKS.put(AccessBench.NAME, AccessBench::new);
        BENCHMARKS.put(KillBench.NAME, KillBench::new);
        BENCHMARKS.put(FloodBench.NAME, FloodBench::new);
        BENCHMARKS.put(SoakBench.NAME, SoakBench::new);
    }

    private Bench() {}

    public static void main(String[] arguments) {
        // The tests' class path brings Quarkus's logging, which complains where another one came first.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            System.out.println(usage());
            return;
        }
        BenchOptions options;
        try {
            options = BenchOptions.parse(given, BENCHMARKS.keySet());
        } catch (IllegalArgumentException misunderstood) {
            System.err.println(misunderstood.getMessage());
            System.err.println(usage());
            System.exit(FAILED);
            return;
        }
        Report report = run(options);
        System.out.println();
        System.out.print(report.text());
        report.write(options.json());
        System.out.println("As JSON: " + options.json());
        System.exit(report.anyFailed() ? FAILED : options.strict() && report.anyMissed() ? MISSED : 0);
    }

    private static Report run(BenchOptions options) {
        var report = new Report(Machine.facts());
        BENCHMARKS.forEach((name, benchmark) -> {
            if (options.wants(name)) {
                run(name, () -> benchmark.apply(options).run(report), report);
            }
        });
        return report;
    }

    /** One that breaks must not take the others' figures along. */
    private static void run(String name, Runnable benchmark, Report report) {
        try {
            benchmark.run();
        } catch (TestAbortedException withoutPhotographs) {
            report.skipped(name, withoutPhotographs.getMessage().replaceFirst("^Assumption failed: ", ""));
        } catch (RuntimeException | LinkageError | AssertionError failed) {
            if (AtExit.ending()) {
                // Interrupted: the service was taken away. This waits for the end, with nothing more to say.
                System.exit(FAILED);
            }
            failed.printStackTrace();
            report.failed(name, failed.toString());
        }
    }

    private static String usage() {
        return BenchOptions.USAGE.formatted(String.join(", ", BENCHMARKS.keySet()));
    }
}
