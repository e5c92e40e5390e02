package io.janua.training.detector;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.janua.training.TrainingLog;
import io.janua.training.data.Picture;
import io.janua.training.data.Similarity;
import io.janua.training.net.Runner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a net finds on scenes that it did not learn from, beside what the teacher found there. */
final class FoundFaces {

    /** Of the square into which every scene fits, pixels. */
    static final int SIDE = 320;

    private static final double SAME = 0.5;
    private static final double LEAST_SCORE = 0.6;

    private final List<Scene> scenes;

    FoundFaces(List<Scene> scenes) {
        this.scenes = scenes;
    }

    void report(Runner runner, long epoch, TrainingLog log) {
        int wanted = 0;
        int found = 0;
        int wrong = 0;
        List<Double> apart = new ArrayList<>();
        for (Scene scene : scenes) {
            List<LabelledFace> answers = faces(runner, scene);
            List<LabelledFace> sure = scene.faces().stream()
                    .filter(face -> face.score() >= LEAST_SCORE)
                    .toList();
            wanted += sure.size();
            for (LabelledFace face : sure) {
                var same = answers.stream()
                        .filter(answer -> answer.overlap(face) >= SAME)
                        .findFirst();
                found += same.isPresent() ? 1 : 0;
                same.ifPresent(answer -> apart.add(apart(answer, face)));
            }
            wrong += (int) answers.stream()
                    .filter(answer -> scene.faces().stream().noneMatch(face -> face.overlap(answer) > 0.3))
                    .count();
        }
        log.epoch(epoch, "share of faces found", (double) found / wanted);
        log.epoch(epoch, "wrong finds a scene", (double) wrong / scenes.size());
        apart.sort(null);
        log.epoch(
                epoch, "median landmark error of the eye distance", apart.isEmpty() ? 1 : apart.get(apart.size() / 2));
    }

    /** @return the mean distance of the landmarks as a share of the distance between the eyes */
    private static double apart(LabelledFace one, LabelledFace other) {
        double[] points = other.points();
        double eyes = Math.hypot(points[2] - points[0], points[3] - points[1]);
        double sum = 0;
        for (int i = 0; i < points.length; i += 2) {
            sum += Math.hypot(one.points()[i] - points[i], one.points()[i + 1] - points[i + 1]);
        }
        return sum / (points.length / 2) / eyes;
    }

    private static List<LabelledFace> faces(Runner runner, Scene scene) {
        float[] input = square(scene.picture());
        try (NDManager scratch = NDManager.newBaseManager()) {
            NDArray planes = scratch.create(input, new Shape(1, Picture.CHANNELS, SIDE, SIDE));
            Map<String, NDArray> results = runner.run(planes, false);
            Map<String, float[]> numbers = new HashMap<>();
            runner.net()
                    .outputs()
                    .forEach(output -> numbers.put(output, results.get(output).toFloatArray()));
            return Decoder.faces(numbers, SIDE, LEAST_SCORE);
        }
    }

    /** The scene in the upper left corner, black beside it. */
    static float[] square(Picture picture) {
        float[] input = new float[Picture.CHANNELS * SIDE * SIDE];
        var unchanged = new Similarity(1, 0, 0, 0, 1, 0);
        DetectorTraining.write(picture.through(unchanged, SIDE, SIDE), input, 0);
        return input;
    }
}
