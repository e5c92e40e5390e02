package io.janua.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.janua.support.TestModels;
import io.janua.vision.AlignedFace;
import io.janua.vision.Image;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.Preprocessing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * What no code around the models can beat: ONNX Runtime alone, on tensors that lie ready, with the options that the
 * service uses.
 */
final class Floor implements AutoCloseable {

    private final OrtSession detector;
    private final OrtSession embedder;
    private final Map<String, OnnxTensor> detectorInput;
    private final Map<String, OnnxTensor> embedderInput;

    private Floor(
            OrtSession detector,
            OrtSession embedder,
            Map<String, OnnxTensor> detectorInput,
            Map<String, OnnxTensor> embedderInput) {
        this.detector = detector;
        this.embedder = embedder;
        this.detectorInput = detectorInput;
        this.embedderInput = embedderInput;
    }

    /** @param image with sides that are multiples of 32, as the detector takes it unscaled */
    static Floor of(Image image, AlignedFace face) {
        // DJL creates the environment with its own threading options, and refuses one that exists already.
        TestModels.loaded();
        List<ModelEntry> pack = TestModels.running().models();
        var environment = OrtEnvironment.getEnvironment();
        try {
            OrtSession detector = open(environment, pack.get(0));
            OrtSession embedder = open(environment, pack.get(1));
            return new Floor(
                    detector,
                    embedder,
                    input(environment, detector, planes(image), image.height(), image.width()),
                    input(
                            environment,
                            embedder,
                            normalised(face, pack.get(1).preprocessing()),
                            AlignedFace.SIDE,
                            AlignedFace.SIDE));
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime refuses the models", failed);
        }
    }

    void run() {
        detect();
        embed();
    }

    void detect() {
        run(detector, detectorInput);
    }

    void embed() {
        run(embedder, embedderInput);
    }

    @Override
    public void close() {
        try {
            detectorInput.values().forEach(OnnxTensor::close);
            embedderInput.values().forEach(OnnxTensor::close);
            detector.close();
            embedder.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(OrtSession session, Map<String, OnnxTensor> input) {
        try (OrtSession.Result result = session.run(input)) {
            if (result.size() == 0) {
                throw new IllegalStateException("the model answered nothing");
            }
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static OrtSession open(OrtEnvironment environment, ModelEntry model) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(
                    TestModels.folder().resolve(model.file()).toString(), options);
        }
    }

    private static Map<String, OnnxTensor> input(
            OrtEnvironment environment, OrtSession session, FloatBuffer values, int height, int width)
            throws OrtException {
        String name = session.getInputNames().iterator().next();
        return Map.of(name, OnnxTensor.createTensor(environment, values, new long[] {1, 3, height, width}));
    }

    private static FloatBuffer planes(Image image) {
        ByteBuffer planes = direct(image.width(), image.height());
        image.writePlanes(image.width(), image.height(), image.width(), image.height(), planes);
        return planes.asFloatBuffer();
    }

    private static FloatBuffer normalised(AlignedFace face, Preprocessing preprocessing) {
        boolean rgb = preprocessing.channels() == Preprocessing.Channels.RGB;
        byte[] bgr = face.pixels().bgr();
        FloatBuffer planes = direct(AlignedFace.SIDE, AlignedFace.SIDE).asFloatBuffer();
        for (int channel = 0; channel < 3; channel++) {
            double mean = preprocessing.mean().get(channel);
            double deviation = preprocessing.standardDeviation().get(channel);
            for (int at = rgb ? 2 - channel : channel; at < bgr.length; at += 3) {
                planes.put((float) (((bgr[at] & 0xFF) * preprocessing.scale() - mean) / deviation));
            }
        }
        return planes.flip();
    }

    private static ByteBuffer direct(int width, int height) {
        return ByteBuffer.allocateDirect(3 * Float.BYTES * width * height).order(ByteOrder.nativeOrder());
    }
}
