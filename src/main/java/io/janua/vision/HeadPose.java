package io.janua.vision;

import java.util.List;

/**
 * Where the head points, in degrees, estimated from five landmarks: good to about ten degrees.
 *
 * @param yaw positive when the person turns to their own left
 * @param pitch positive when the person looks down
 * @param roll positive when the head tilts towards the person's own left shoulder
 */
public record HeadPose(double yaw, double pitch, double roll) {

    /**
     * A mean head, in units of an aligned crop's pixels: x to the image's right, y down, z towards the camera, centred.
     * Across and down it is the alignment template, with the nose tip where the detector marks it on level heads; the depths are those of an adult's profile (eyes 0, nose tip about
     * 36 mm, mouth corners about 9 mm, at 63 mm between the pupils).
     */
    private static final double[][] HEAD = centred(new double[][] {
        {-17.6, 0, 0}, {17.6, 0, 0}, {0.0, 22.8, 20.0}, {-14.6, 40.7, 5.0}, {14.6, 40.7, 5.0},
    });

    private static final double[][] INVERSE = inverse(gram(HEAD));

    /** Fits a scaled orthographic camera to the points (DeMenthon and Davis, 1995, first step). */
    public static HeadPose of(Landmarks landmarks) {
        List<Point> points = landmarks.points();
        double[] across = new double[3];
        double[] down = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < HEAD.length; i++) {
                across[axis] += HEAD[i][axis] * points.get(i).x();
                down[axis] += HEAD[i][axis] * points.get(i).y();
            }
        }
        double[] right = unit(times(INVERSE, across));
        double[] below = unit(times(INVERSE, down));
        // The third row of a rotation is the cross product of the first two; its last member says how far the face
        // still looks towards the camera.
        double towards = right[0] * below[1] - right[1] * below[0];
        Point eyes = landmarks.leftEye().minus(landmarks.rightEye());
        return new HeadPose(
                Math.toDegrees(Math.atan2(right[2], towards)),
                Math.toDegrees(Math.atan2(below[2], Math.hypot(right[2], towards))),
                Math.toDegrees(Math.atan2(eyes.y(), eyes.x())));
    }

    private static double[][] centred(double[][] points) {
        for (int axis = 0; axis < 3; axis++) {
            double mean = 0;
            for (double[] point : points) {
                mean += point[axis] / points.length;
            }
            for (double[] point : points) {
                point[axis] -= mean;
            }
        }
        return points;
    }

    private static double[][] gram(double[][] points) {
        double[][] gram = new double[3][3];
        for (double[] point : points) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    gram[i][j] += point[i] * point[j];
                }
            }
        }
        return gram;
    }

    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int r1 = (j + 1) % 3;
                int r2 = (j + 2) % 3;
                int c1 = (i + 1) % 3;
                int c2 = (i + 2) % 3;
                inverse[i][j] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
        }
        for (int i = 0; i < 3; i++) {
            determinant += m[0][i] * inverse[i][0];
        }
        for (double[] row : inverse) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
        return new double[] {vector[0] / length, vector[1] / length, vector[2] / length};
    }
}
