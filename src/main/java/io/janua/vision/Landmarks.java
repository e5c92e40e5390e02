package io.janua.vision;

import java.util.List;

/**
 * The five points that alignment needs. Right and left are the person's own: the right eye is on the image's left.
 */
public record Landmarks(Point rightEye, Point leftEye, Point noseTip, Point rightMouthCorner, Point leftMouthCorner) {

    /** Right eye, left eye, nose tip, right and left mouth corner. */
    public List<Point> points() {
        return List.of(rightEye, leftEye, noseTip, rightMouthCorner, leftMouthCorner);
    }

    /** In pixels. */
    public double interEyeDistance() {
        return rightEye.distanceTo(leftEye);
    }
}
