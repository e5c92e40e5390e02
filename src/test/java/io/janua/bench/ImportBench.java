package io.janua.bench;

import io.janua.vision.FacePipeline;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A whole import beside what the pipeline alone does with the same pictures, and what it takes of memory. */
final class ImportBench implements Benchmark {

    static final String NAME = "import";

    private static final String ZIP = "application/zip";
    private static final int PICTURES_A_SUBJECT = 2;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration POLLING = Duration.ofMillis(200);
    private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(10);

    /** {@code janua.search.resident-from} */
    private static final int SEARCHED_IN_MEMORY = 4000;

    /** Of the pipeline's own pace: what an import may cost beside it. */
    private static final Reach OF_THE_PIPELINE = new Reach.AtLeast(0.9);

    /** Its index is kept up. */
    private static final Reach ALL = new Reach.AtLeast(1);

    /** Ten times the pictures, as good as no more memory. */
    private static final Reach STEADY = new Reach.AtMost(1.25);

    private final int small;
    private final int large;
    private final Duration step;
    private final List<byte[]> pictures;

    ImportBench(BenchOptions options) {
        small = options.quick() ? 250 : 1000;
        large = 10 * small;
        step = options.step();
        pictures = BenchPictures.people().stream().map(BenchPictures::probe).toList();
    }

    @Override
    public void run(Report report) {
        try (BenchDatabase database = BenchDatabase.create();
                ServiceUnderTest service = ServiceUnderTest.start(database)) {
            var memory = new ProcessMemory(service.pid());
            report.add(Row.of(NAME, "commits reach the disk", database.commitsAreDurable() ? 1 : 0, ""));
            measure(service.client(), "warm-up", small);
            double before = pipelinePerSecond();
            double fewer = importPerSecond(service.client(), memory, small, report);
            double fewerMegabytes = memory.peakMegabytes();
            double more = importPerSecond(service.client(), memory, large, report);
            double moreMegabytes = memory.peakMegabytes();
            double pipeline = (before + pipelinePerSecond()) / 2;
            report.add(Row.of(NAME, "pipeline alone, 2 threads", pipeline, "1/s"));
            report.add(Row.of(NAME, "import of %d / pipeline".formatted(small), fewer / pipeline, "", OF_THE_PIPELINE));
            report.add(Row.of(NAME, "import of %d / pipeline".formatted(large), more / pipeline, "", OF_THE_PIPELINE));
            if (large / PICTURES_A_SUBJECT >= SEARCHED_IN_MEMORY) {
                report.add(Row.of(NAME, "of its templates in memory then", inMemory(service.client()), "", ALL));
            }
            report.add(Row.of(NAME, "ten times as many, memory", moreMegabytes / fewerMegabytes, "", STEADY));
        }
    }

    private double importPerSecond(ServiceClient client, ProcessMemory memory, int count, Report report) {
        memory.resetPeak();
        var measured = measure(client, gallery(count), count);
        report.add(Row.of(NAME, "%d pictures, received".formatted(count), measured.receivedPerSecond(), "1/s"));
        report.add(Row.of(NAME, "%d pictures, enrolled".formatted(count), measured.enrolledPerSecond(), "1/s"));
        report.add(Row.of(NAME, "%d pictures, most resident".formatted(count), memory.peakMegabytes(), "MB"));
        return measured.enrolledPerSecond();
    }

    /** Which share of the larger gallery its searches have in memory; it is followed every two seconds. */
    private double inMemory(ServiceClient client) {
        long end = System.nanoTime() + FOLLOWED_WITHIN.toNanos();
        while (client.templatesInMemory(gallery(large)) < large && System.nanoTime() < end) {
            pause();
        }
        return (double) client.templatesInMemory(gallery(large)) / large;
    }

    private static String gallery(int count) {
        return "bench-" + count;
    }

    private record Measured(double receivedPerSecond, double enrolledPerSecond) {}

    private Measured measure(ServiceClient client, String gallery, int count) {
        Progress.say("import: %d pictures", count);
        client.createGallery(gallery, Map.of());
        long begin = System.nanoTime();
        var answer = client.stream("/v1/galleries/%s/imports".formatted(gallery), ZIP, out -> archive(out, count));
        if (answer.status() != 202) {
            throw new IllegalStateException("the archive was refused: %d".formatted(answer.status()));
        }
        long received = System.nanoTime();
        String path = "/v1/imports/" + answer.body().path("id").asText();
        var state = client.get(path).body();
        while (state.path("state").asText().equals("running")) {
            if (System.nanoTime() - received > LIMIT.toNanos()) {
                throw new IllegalStateException("the import did not end");
            }
            pause();
            state = client.get(path).body();
        }
        long ended = System.nanoTime();
        if (state.path("enrolled").asInt() != count) {
            throw new IllegalStateException("%d of %d pictures were enrolled"
                    .formatted(state.path("enrolled").asInt(), count));
        }
        return new Measured(count * 1e9 / (received - begin), count * 1e9 / (ended - received));
    }

    private void archive(OutputStream out, int count) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("subject-%05d/%d.jpg".formatted(i / PICTURES_A_SUBJECT, i)));
                zip.write(picture(i));
            }
        }
    }

    /** A subject's pictures are of one person, and no two of them the same file, which would be enrolled once. */
    private byte[] picture(int number) {
        byte[] picture = pictures.get(number / PICTURES_A_SUBJECT % pictures.size());
        return Arrays.copyOf(picture, picture.length + number % PICTURES_A_SUBJECT);
    }

    private double pipelinePerSecond() {
        Progress.say("import: the pipeline alone");
        var done = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + step.toNanos();
        try (var threads = Executors.newFixedThreadPool(ServiceUnderTest.INFERENCE_THREADS)) {
            List<? extends Future<?>> each = IntStream.range(0, ServiceUnderTest.INFERENCE_THREADS)
                    .mapToObj(_ -> threads.submit(() -> extractUntil(end, done)))
                    .toList();
            for (Future<?> thread : each) {
                thread.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return done.get() * 1e9 / (System.nanoTime() - begin);
    }

    private void extractUntil(long end, AtomicInteger done) {
        try (FacePipeline pipeline = LocalPipeline.create()) {
            while (System.nanoTime() < end) {
                pipeline.extract(picture(done.getAndIncrement()), LocalPipeline.PROBE);
            }
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
