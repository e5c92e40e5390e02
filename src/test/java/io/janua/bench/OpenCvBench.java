package io.janua.bench;

import io.janua.bench.OpenCvPython.Throughput;
import io.janua.support.SharedData;
import io.janua.vision.FacePipeline;
import io.janua.vision.InferencePool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Photographs to templates, beside OpenCV in Python with the weights of the same files: all cores each, in turns. OpenCV
 * does less: it measures neither quality nor pose.
 */
final class OpenCvBench implements Benchmark {

    static final String NAME = "opencv";

    private static final Reach RATIO = new Reach.AtLeast(3);
    private static final Reach AGREEING = new Reach.AtLeast(95);
    private static final double MIN_AGREEMENT = 0.98;

    /** Java code is compiled while it runs. */
    private static final int WARM_UP_SLICES = 5;

    private static final String HINT =
            "skipped: no Python here has OpenCV and onnx; on Debian: apt-get install python3-opencv python3-onnx";

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final int rounds;
    private final Duration slice;

    OpenCvBench(BenchOptions options) {
        rounds = options.quick() ? 3 : 7;
        slice = options.step().dividedBy(4);
    }

    @Override
    public void run(Report report) {
        Map<String, byte[]> photographs = photographs();
        Map<String, byte[]> doors = new LinkedHashMap<>();
        BenchPictures.people().forEach(person -> doors.put(person + ".jpg", BenchPictures.probe(person)));
        String interpreter = Python.having("cv2", "onnx").orElseThrow(() -> new TestAbortedException(HINT));
        compare("photographs of people", photographs, interpreter, report);
        compare("640x480 of a camera", doors, interpreter, report);
        compare("36 megapixels", Map.of("large.jpg", SharedData.special("one_face_large.jpg")), interpreter, report);
    }

    private void compare(String set, Map<String, byte[]> pictures, String interpreter, Report report) {
        Path folder = written(pictures);
        var forgetting = new AtExit(() -> forget(folder));
        try (OpenCvPython python = OpenCvPython.start(interpreter, cores, folder);
                InferencePool pool = LocalPipeline.pool(cores)) {
            Progress.say("opencv: %s, do both find the same", set);
            agree(set, pictures, python.embed(), report);
            List<byte[]> files = List.copyOf(pictures.values());
            List<Throughput> ours = new ArrayList<>();
            List<Throughput> theirs = new ArrayList<>();
            Progress.say("opencv: %s, warm-up", set);
            run(pool, files, slice.multipliedBy(WARM_UP_SLICES));
            python.run(slice);
            for (int round = 1; round <= rounds; round++) {
                Progress.say("opencv: %s, round %d of %d", set, round, rounds);
                ours.add(run(pool, files, slice));
                theirs.add(python.run(slice));
            }
            show(set, ours, theirs, report);
        } finally {
            forgetting.now();
        }
    }

    private void show(String set, List<Throughput> ours, List<Throughput> theirs, Report report) {
        report.add(Row.of(NAME, set + ": Janua's pipeline, all cores", median(ours, Throughput::perSecond), "1/s"));
        report.add(Row.of(
                NAME, set + ": OpenCV in Python, a process a core", median(theirs, Throughput::perSecond), "1/s"));
        double[] ratios = IntStream.range(0, rounds)
                .mapToDouble(
                        round -> ours.get(round).perSecond() / theirs.get(round).perSecond())
                .toArray();
        report.add(Row.of(NAME, set + ": Janua / OpenCV", Statistics.median(ratios), "", RATIO));
        report.add(Row.of(NAME, set + ":   processor time, Janua", median(ours, Throughput::millis), "ms"));
        report.add(Row.of(NAME, set + ":   processor time, OpenCV", median(theirs, Throughput::millis), "ms"));
    }

    /** Twice as many callers as threads: a thread never waits for a caller. */
    private Throughput run(InferencePool pool, List<byte[]> files, Duration limit) {
        var time = ProcessorTime.ofThisProcess();
        Load load = Load.of(2 * cores, limit, number -> pool.call(
                        pipeline -> pipeline.extract(files.get(number % files.size()), LocalPipeline.PROBE))
                .embedding()
                .isPresent());
        return new Throughput(load.perSecond(), time.millisPerCall(load));
    }

    private void agree(String set, Map<String, byte[]> pictures, OpenCvPython.Found found, Report report) {
        double[] scores;
        try (FacePipeline pipeline = LocalPipeline.create()) {
            scores = pictures.entrySet().stream()
                    .filter(picture -> found.faces().containsKey(picture.getKey()))
                    .mapToDouble(picture -> pipeline.extract(picture.getValue(), LocalPipeline.PROBE)
                            .embedding()
                            .orElseThrow()
                            .similarity(found.faces().get(picture.getKey())))
                    .toArray();
        }
        long agreeing =
                Arrays.stream(scores).filter(score -> score >= MIN_AGREEMENT).count();
        String by = "%s: OpenCV %s, ".formatted(set, found.version());
        report.add(Row.of(NAME, by + "pictures", pictures.size(), ""));
        report.add(Row.of(NAME, by + "score of both templates, median", Statistics.median(scores), ""));
        report.add(Row.of(NAME, by + "score of 0.98 or more", 100.0 * agreeing / pictures.size(), "%", AGREEING));
    }

    private static Map<String, byte[]> photographs() {
        Map<String, byte[]> photographs = new LinkedHashMap<>();
        SharedData.people().stream()
                .flatMap(person -> SharedData.pictures(person).stream())
                .forEach(picture -> photographs.put(picture.getFileName().toString(), SharedData.read(picture)));
        return photographs;
    }

    private static Path written(Map<String, byte[]> pictures) {
        try {
            Path folder = Files.createTempDirectory("janua-bench-");
            for (var picture : pictures.entrySet()) {
                Files.write(folder.resolve(picture.getKey()), picture.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("The pictures cannot be written", failed);
        }
    }

    private static void forget(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot be deleted".formatted(folder), failed);
        }
    }

    private static double median(List<Throughput> runs, ToDoubleFunction<Throughput> figure) {
        return Statistics.median(runs.stream().mapToDouble(figure).toArray());
    }
}
