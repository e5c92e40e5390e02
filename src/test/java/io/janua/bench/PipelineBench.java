package io.janua.bench;

import io.janua.support.TestModels;
import io.janua.support.TestPictures;
import io.janua.time.Stages;
import io.janua.vision.AlignedFace;
import io.janua.vision.DetectedFace;
import io.janua.vision.Embedding;
import io.janua.vision.FaceDetector;
import io.janua.vision.FaceEmbedder;
import io.janua.vision.FacePipeline;
import io.janua.vision.Image;
import io.janua.vision.Liveness;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thread, one picture: what Janua adds to the two models' own time, and where. */
final class PipelineBench implements Benchmark {

    static final String NAME = "pipeline";

    private static final Reach RATIO = new Reach.AtMost(1.25);
    private static final int WARM_UP_SLICES = 5;

    // The tasks that take turns.
    private static final String PIPELINE = "pipeline";
    private static final String FLOOR = "floor";
    private static final String DECODE = "decode";
    private static final String PLANES = "planes";
    private static final String DETECT = "detect";
    private static final String BARE_DETECT = "bare detect";
    private static final String ALIGN = "align";
    private static final String EMBED = "embed";
    private static final String BARE_EMBED = "bare embed";
    private static final String LARGE = "large";
    private static final String LARGE_DECODE = "large decode";

    /** 3840x2880 pixels, as a telephone takes them. */
    private static final int LARGE_FACTOR = 6;

    private final int rounds;
    private final Duration slice;

    PipelineBench(BenchOptions options) {
        rounds = options.quick() ? 5 : 15;
        slice = options.step().dividedBy(40);
    }

    @Override
    public void run(Report report) {
        byte[] picture = BenchPictures.probe(BenchPictures.people().getFirst());
        byte[] large = TestPictures.scaled(picture, LARGE_FACTOR);
        try (Image image = LocalPipeline.DECODER.decode(picture);
                FacePipeline pipeline = LocalPipeline.create();
                FaceDetector detector = TestModels.loaded().newDetector();
                FaceEmbedder embedder = TestModels.loaded().newEmbedder()) {
            List<DetectedFace> faces = detector.detect(image);
            AlignedFace aligned = AlignedFace.of(image, faces.getFirst().landmarks());
            try (Floor floor = Floor.of(image, aligned)) {
                Map<String, Runnable> tasks = new LinkedHashMap<>();
                tasks.put(PIPELINE, () -> pipeline.extract(picture, LocalPipeline.PROBE));
                tasks.put(FLOOR, floor::run);
                tasks.put(DECODE, () -> LocalPipeline.DECODER.decode(picture).close());
                tasks.put(PLANES, planes(image));
                tasks.put(DETECT, () -> detector.detect(image));
                tasks.put(BARE_DETECT, floor::detect);
                tasks.put(ALIGN, alignAndMeasure(image, faces, embedder.embed(aligned)));
                tasks.put(EMBED, () -> embedder.embed(aligned));
                tasks.put(BARE_EMBED, floor::embed);
                tasks.put(LARGE, () -> pipeline.extract(large, LocalPipeline.PROBE));
                tasks.put(
                        LARGE_DECODE, () -> LocalPipeline.DECODER.decode(large).close());
                Progress.say("pipeline: warm-up");
                Rounds.measure(tasks, 1, slice.multipliedBy(WARM_UP_SLICES));
                Progress.say("pipeline: %d rounds of %d tasks", rounds, tasks.size());
                show(Rounds.measure(tasks, rounds, slice), picture.length, report);
            }
        }
    }

    private static void show(Rounds found, int pictureBytes, Report report) {
        report.add(Row.of(NAME, "picture, 640x480 JPEG", pictureBytes / 1000.0, "kB"));
        report.add(Row.of(NAME, "pipeline, one thread", found.median(PIPELINE), "ms"));
        report.add(Row.of(NAME, "floor: both models' session.run", found.median(FLOOR), "ms"));
        report.add(Row.of(NAME, "pipeline / floor", found.ratio(PIPELINE, FLOOR), "", RATIO));
        report.add(Row.of(NAME, "  of the floor: detector", found.median(BARE_DETECT), "ms"));
        report.add(Row.of(NAME, "  of the floor: embedder", found.median(BARE_EMBED), "ms"));
        report.add(Row.of(NAME, "  beyond it: decode", found.median(DECODE), "ms"));
        report.add(Row.of(NAME, "  beyond it: planes for the detector", found.median(PLANES), "ms"));
        report.add(Row.of(
                NAME,
                "  beyond it: DJL, and reading the detector's output",
                found.difference(List.of(DETECT), List.of(PLANES, BARE_DETECT)),
                "ms"));
        report.add(Row.of(NAME, "  beyond it: align and measure quality", found.median(ALIGN), "ms"));
        report.add(Row.of(
                NAME,
                "  beyond it: DJL, and planes for the embedder",
                found.difference(List.of(EMBED), List.of(BARE_EMBED)),
                "ms"));
        // Mostly caches: each step finds them full of the step before.
        report.add(Row.of(
                NAME,
                "  beyond it: the steps in a row",
                found.difference(
                        List.of(PIPELINE, BARE_DETECT, BARE_EMBED), List.of(FLOOR, DECODE, DETECT, ALIGN, EMBED)),
                "ms"));
        report.add(Row.of(NAME, "the same picture with 3840x2880: pipeline, one thread", found.median(LARGE), "ms"));
        report.add(Row.of(NAME, "  of it: decode", found.median(LARGE_DECODE), "ms"));
    }

    private static Runnable planes(Image image) {
        int width = image.width();
        int height = image.height();
        ByteBuffer target =
                ByteBuffer.allocateDirect(3 * Float.BYTES * width * height).order(ByteOrder.nativeOrder());
        return () -> image.writePlanes(width, height, width, height, target);
    }

    /** The pipeline with everything else left out. */
    private static Runnable alignAndMeasure(Image image, List<DetectedFace> faces, Embedding embedding) {
        Image kept = new KeptOpenImage(image);
        var pipeline = new FacePipeline(
                _ -> kept, _ -> faces, _ -> embedding, Optional.of((_, _) -> new Liveness(0)), Stages.UNWATCHED);
        return () -> pipeline.extract(new byte[0], LocalPipeline.PROBE);
    }
}
