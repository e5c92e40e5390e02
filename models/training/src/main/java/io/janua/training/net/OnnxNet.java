package io.janua.training.net;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A net in ONNX Runtime, one thread. */
public final class OnnxNet implements AutoCloseable {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    /** @throws IllegalStateException for a file that cannot be read, or is no net */
    public OnnxNet(Path file) {
        this(file, List.of());
    }

    /** @param within names of steps whose results are outputs, too */
    public OnnxNet(Path file, List<String> within) {
        try {
            var options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            session = environment.createSession(OnnxFile.telling(file, within), options);
            input = session.getInputNames().iterator().next();
        } catch (IOException | OrtException unusable) {
            throw new IllegalStateException("%s cannot be loaded".formatted(file), unusable);
        }
    }

    /** @return every output's numbers by its name */
    public Map<String, float[]> run(float[] values, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                FloatBuffer buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] numbers = new float[buffer.remaining()];
                buffer.get(numbers);
                outputs.put(output.getKey(), numbers);
            }
            return outputs;
        } catch (OrtException failed) {
            throw new IllegalStateException("the net did not run", failed);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("the net cannot be let go", failed);
        }
    }
}
