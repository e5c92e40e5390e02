package io.janua.training.detector;

import java.util.List;

/**
 * What each cell of each stride should say. A face belongs to the stride of its size, and there to the cells about its
 * middle.
 */
final class Targets {

    static final int CELLS = cells();

    /** Up to so many pixels, the square root of the area, a face belongs to the first stride, then to the second. */
    private static final double[] LARGEST = {48, 160, Double.POSITIVE_INFINITY};

    /** A face this near to another stride's sizes is no mistake there. */
    private static final double EITHER = 1.25;

    private static final double REACH_STRIDES = 1.5;

    /** The teacher's own threshold: what it doubts is neither taught nor punished. */
    private static final double LEAST_SCORE = 0.6;

    private static final double LEAST_SIZE = 9;

    final float[] wanted;
    final float[] counted;
    final float[] boxes;
    final float[] points;
    final float[] sizes;

    Targets(int views) {
        wanted = new float[views * CELLS];
        counted = new float[views * CELLS];
        boxes = new float[views * CELLS * DetectorNet.BOX];
        points = new float[views * CELLS * DetectorNet.POINTS];
        sizes = new float[views * CELLS];
        java.util.Arrays.fill(counted, 1);
        java.util.Arrays.fill(sizes, 1);
    }

    private static int cells() {
        int cells = 0;
        for (int stride : DetectorNet.STRIDES) {
            cells += View.SIDE / stride * (View.SIDE / stride);
        }
        return cells;
    }

    void set(int view, List<LabelledFace> faces) {
        int offset = view * CELLS;
        for (int level = 0; level < DetectorNet.STRIDES.length; level++) {
            int stride = DetectorNet.STRIDES[level];
            int side = View.SIDE / stride;
            for (LabelledFace face : faces) {
                set(face, level, stride, side, offset);
            }
            offset += side * side;
        }
    }

    private void set(LabelledFace face, int level, int stride, int side, int offset) {
        boolean doubtful = face.score() < LEAST_SCORE || face.size() < LEAST_SIZE;
        double least = level == 0 ? 0 : LARGEST[level - 1];
        boolean here = face.size() > least && face.size() <= LARGEST[level];
        boolean near = face.size() * EITHER > least && face.size() <= LARGEST[level] * EITHER;
        double across = doubtful ? face.width() / 2 : REACH_STRIDES * stride;
        double down = doubtful ? face.height() / 2 : REACH_STRIDES * stride;
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double dx = Math.abs(column * stride - face.x());
                double dy = Math.abs(row * stride - face.y());
                boolean inBox = dx <= face.width() / 2 && dy <= face.height() / 2;
                if (!inBox || dx > across || dy > down) {
                    continue;
                }
                int cell = offset + row * side + column;
                if (doubtful || near && !here) {
                    counted[cell] = wanted[cell];
                } else if (here) {
                    want(cell, column, row, stride, face);
                }
            }
        }
    }

    /** Of two faces at one cell the smaller is the harder to see, and the one in front. */
    private void want(int cell, int column, int row, int stride, LabelledFace face) {
        if (wanted[cell] == 1 && sizes[cell] * stride < face.size()) {
            return;
        }
        wanted[cell] = 1;
        counted[cell] = 1;
        sizes[cell] = (float) (face.size() / stride);
        int box = cell * DetectorNet.BOX;
        boxes[box] = (float) (face.x() / stride - column);
        boxes[box + 1] = (float) (face.y() / stride - row);
        boxes[box + 2] = (float) Math.log(face.width() / stride);
        boxes[box + 3] = (float) Math.log(face.height() / stride);
        int point = cell * DetectorNet.POINTS;
        for (int i = 0; i < DetectorNet.POINTS; i += 2) {
            points[point + i] = (float) (face.points()[i] / stride - column);
            points[point + i + 1] = (float) (face.points()[i + 1] / stride - row);
        }
    }
}
