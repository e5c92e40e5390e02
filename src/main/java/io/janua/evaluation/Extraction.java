package io.janua.evaluation;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.time.Stages;
import io.janua.vision.Face;
import io.janua.vision.FacePipeline;
import io.janua.vision.FaceRequest;
import io.janua.vision.FaceSelection;
import io.janua.vision.ImageDecoder;
import io.janua.vision.QualityLevel;
import io.janua.vision.onnx.OnnxModels;
import io.janua.vision.opencv.ImageLimits;
import io.janua.vision.opencv.OpenCvImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a template of every photograph with the pipeline and the limits of the service. */
final class Extraction {

    static final ImageDecoder DECODER = new OpenCvImageDecoder(ImageLimits.USUAL);

    /** As of an upload, unless the service is told otherwise. */
    static final long MOST_BYTES = 20_000_000;

    /** As a search has it: of several faces the largest is meant. */
    private static final FaceRequest PROBE = new FaceRequest(FaceSelection.LARGEST, false, false);

    /** What an enrolment asks for where the gallery has the default policy. */
    private static final QualityLevel ENROLMENT_QUALITY = QualityLevel.STANDARD;

    /** Until the compiler has seen the code; what they take is not counted. */
    private static final int WARM_UP = 24;

    private final OnnxModels models;
    private final StageTimes times = new StageTimes();

    Extraction(OnnxModels models) {
        this.models = models;
    }

    /**
     * Whether the pack can be asked at all.
     *
     * @throws Refused with what the models say when they can make nothing of any photograph
     */
    void tryOut(List<Photograph> photographs) throws Refused {
        boolean worked = false;
        String failed = null;
        try (FacePipeline pipeline = models.pipeline(DECODER, Stages.UNWATCHED)) {
            for (Photograph photograph : photographs.stream().limit(WARM_UP).toList()) {
                try {
                    sample(pipeline, bytes(photograph));
                    worked = true;
                } catch (Problem | IOException unusable) {
                    // The file's fault, which is told when its turn comes.
                } catch (RuntimeException broken) {
                    failed = Causes.root(broken);
                }
            }
        }
        if (!worked && failed != null) {
            throw new Refused("Its models can make nothing of the photographs: " + failed);
        }
    }

    /** @return in the order of the photographs */
    List<Sample> samples(List<Photograph> photographs, int threads, Progress progress) {
        var samples = new Sample[photographs.size()];
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        Workers.run(threads, () -> {
            try (FacePipeline pipeline = models.pipeline(DECODER, times)) {
                for (int i = next.getAndIncrement(); i < samples.length; i = next.getAndIncrement()) {
                    samples[i] = timed(pipeline, photographs.get(i));
                    progress.at(done.incrementAndGet(), samples.length);
                }
            }
            return samples;
        });
        return new ArrayList<>(Arrays.asList(samples));
    }

    StageTimes times() {
        return times;
    }

    private Sample timed(FacePipeline pipeline, Photograph photograph) {
        try {
            byte[] file = bytes(photograph);
            long began = System.nanoTime();
            Sample sample = sample(pipeline, file);
            times.photograph(System.nanoTime() - began);
            return sample;
        } catch (Problem refused) {
            return new Sample.Unusable(refused.code().title());
        } catch (IOException unreadable) {
            return new Sample.Unusable("The file cannot be read");
        } catch (RuntimeException broken) {
            // One photograph that a model breaks on says something of the pack: it is told, and the others go on.
            return new Sample.Unusable("The models fail: " + Causes.root(broken));
        }
    }

    private static Sample sample(FacePipeline pipeline, byte[] file) {
        try {
            return acquired(pipeline.extract(file, PROBE));
        } catch (Problem refused) {
            if (refused.code() != ProblemCode.NO_FACE) {
                throw refused;
            }
            return new Sample.NotAcquired();
        }
    }

    private static Sample acquired(Face face) {
        return new Sample.Acquired(
                face.embedding().orElseThrow(),
                face.detected().box(),
                !face.alone(),
                !ENROLMENT_QUALITY.objections(face.quality()).isEmpty());
    }

    private static byte[] bytes(Photograph photograph) throws IOException {
        if (Files.size(photograph.file()) > MOST_BYTES) {
            throw new Problem(ProblemCode.IMAGE_TOO_LARGE, "The image is too large.", "image", "Send a smaller one.");
        }
        return Files.readAllBytes(photograph.file());
    }
}
