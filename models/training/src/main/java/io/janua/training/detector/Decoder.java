package io.janua.training.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** From the net's outputs to faces, as the service does it. */
final class Decoder {

    private static final double MOST_OVERLAP = 0.3;

    private Decoder() {}

    /** @param side of the square that the net saw, pixels */
    static List<LabelledFace> faces(Map<String, float[]> outputs, int side, double leastScore) {
        List<LabelledFace> candidates = new ArrayList<>();
        for (int stride : DetectorNet.STRIDES) {
            float[] scores = outputs.get(DetectorNet.output("cls", stride));
            float[] boxes = outputs.get(DetectorNet.output("bbox", stride));
            float[] points = outputs.get(DetectorNet.output("kps", stride));
            int columns = side / stride;
            for (int cell = 0; cell < scores.length; cell++) {
                if (scores[cell] >= leastScore) {
                    candidates.add(face(cell % columns, cell / columns, cell, stride, scores[cell], boxes, points));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(LabelledFace::score).reversed());
        List<LabelledFace> kept = new ArrayList<>();
        for (LabelledFace candidate : candidates) {
            if (kept.stream().noneMatch(better -> better.overlap(candidate) > MOST_OVERLAP)) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static LabelledFace face(
            int column, int row, int cell, int stride, float score, float[] boxes, float[] points) {
        double[] marks = new double[DetectorNet.POINTS];
        for (int i = 0; i < marks.length; i += 2) {
            marks[i] = (column + points[DetectorNet.POINTS * cell + i]) * stride;
            marks[i + 1] = (row + points[DetectorNet.POINTS * cell + i + 1]) * stride;
        }
        int box = DetectorNet.BOX * cell;
        return new LabelledFace(
                (column + boxes[box]) * stride,
                (row + boxes[box + 1]) * stride,
                Math.exp(boxes[box + 2]) * stride,
                Math.exp(boxes[box + 3]) * stride,
                score,
                marks);
    }
}
