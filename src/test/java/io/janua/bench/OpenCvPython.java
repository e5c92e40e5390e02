package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.support.TestModels;
import io.janua.vision.Embedding;
import io.janua.vision.model.ModelEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** OpenCV in Python over the pictures of a folder, in one process for each core. */
final class OpenCvPython implements AutoCloseable {

    private final List<Python> processes = new ArrayList<>();

    private OpenCvPython(String interpreter, int count, Path pictures) {
        List<ModelEntry> pack = TestModels.running().models();
        for (int i = 0; i < count; i++) {
            processes.add(
                    Python.start(interpreter, "opencv_pipeline.py", file(pack.get(0)), file(pack.get(1)), pictures));
        }
    }

    static OpenCvPython start(String interpreter, int processes, Path pictures) {
        // What loads them fetches them first.
        TestModels.loaded();
        return new OpenCvPython(interpreter, processes, pictures);
    }

    /**
     * What it found.
     *
     * @param version of OpenCV
     * @param faces by the name of the picture's file; absent where it found none
     */
    record Found(String version, Map<String, Embedding> faces) {}

    /**
     * How fast pictures become templates.
     *
     * @param millis processor time for each picture
     */
    record Throughput(double perSecond, double millis) {}

    Found embed() {
        JsonNode answer = processes.getFirst().order(Map.of("do", "embed"));
        String model = TestModels.loaded().embedder().id();
        Map<String, Embedding> faces = new HashMap<>();
        answer.path("faces")
                .properties()
                .forEach(face -> faces.put(
                        face.getKey(),
                        Embedding.normalised(model, floats(face.getValue().path("embedding")))));
        return new Found(answer.path("opencv").asText(), faces);
    }

    /** All processes at once. */
    Throughput run(Duration time) {
        List<Callable<JsonNode>> runs = new ArrayList<>();
        processes.forEach(
                process -> runs.add(() -> process.order(Map.of("do", "run", "seconds", time.toMillis() / 1e3))));
        double perSecond = 0;
        double pictures = 0;
        double processorSeconds = 0;
        try (var threads = Executors.newFixedThreadPool(processes.size())) {
            for (Future<JsonNode> run : threads.invokeAll(runs)) {
                JsonNode answer = run.get();
                perSecond += answer.path("pictures").asDouble()
                        / answer.path("seconds").asDouble();
                pictures += answer.path("pictures").asDouble();
                processorSeconds += answer.path("processor").asDouble();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("OpenCV failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Throughput(perSecond, 1000 * processorSeconds / pictures);
    }

    @Override
    public void close() {
        processes.forEach(Python::close);
    }

    private static Path file(ModelEntry model) {
        return TestModels.folder().resolve(model.file());
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i).asDouble();
        }
        return values;
    }
}
