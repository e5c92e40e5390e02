package io.janua.training.detector;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.training.data.Similarity;

/**
 * A face as the teacher found it, in pixels.
 *
 * @param x of the box's middle
 * @param y of the box's middle
 * @param points x and y of right eye, left eye, nose tip, right and left corner of the mouth
 */
record LabelledFace(double x, double y, double width, double height, double score, double[] points) {

    private static final int[] OTHER_SIDE = {1, 0, 2, 4, 3};

    @JsonCreator
    static LabelledFace of(
            @JsonProperty("box") double[] box,
            @JsonProperty("score") double score,
            @JsonProperty("landmarks") double[][] landmarks) {
        double[] points = new double[2 * landmarks.length];
        for (int i = 0; i < landmarks.length; i++) {
            points[2 * i] = landmarks[i][0];
            points[2 * i + 1] = landmarks[i][1];
        }
        return new LabelledFace(box[0] + box[2] / 2, box[1] + box[3] / 2, box[2], box[3], score, points);
    }

    /** Where it lies when the picture is moved so; a little turn leaves the box upright. */
    LabelledFace moved(Similarity forth) {
        double scale = Math.hypot(forth.a(), forth.d());
        boolean mirrored = forth.a() * forth.e() - forth.b() * forth.d() < 0;
        double[] moved = new double[points.length];
        for (int i = 0; i < OTHER_SIDE.length; i++) {
            int to = mirrored ? OTHER_SIDE[i] : i;
            moved[2 * to] = forth.x(points[2 * i], points[2 * i + 1]);
            moved[2 * to + 1] = forth.y(points[2 * i], points[2 * i + 1]);
        }
        return new LabelledFace(forth.x(x, y), forth.y(x, y), width * scale, height * scale, score, moved);
    }

    double size() {
        return Math.sqrt(width * height);
    }

    /** @return the share of the box within a square of this side, 0 to 1 */
    double visible(int side) {
        double across = Math.min(side, x + width / 2) - Math.max(0, x - width / 2);
        double down = Math.min(side, y + height / 2) - Math.max(0, y - height / 2);
        return Math.max(0, across) * Math.max(0, down) / (width * height);
    }

    /** @return intersection over union, 0 to 1 */
    double overlap(LabelledFace other) {
        double across =
                Math.min(x + width / 2, other.x + other.width / 2) - Math.max(x - width / 2, other.x - other.width / 2);
        double down = Math.min(y + height / 2, other.y + other.height / 2)
                - Math.max(y - height / 2, other.y - other.height / 2);
        double shared = Math.max(0, across) * Math.max(0, down);
        return shared / (width * height + other.width * other.height - shared);
    }
}
