package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadPoseTest {

    /** A level head as the detector marks it, in a 112-pixel crop. */
    private static final Landmarks FRONTAL = new Landmarks(
            new Point(38.4, 51.6),
            new Point(73.6, 51.6),
            new Point(56, 74.4),
            new Point(41.4, 92.3),
            new Point(70.6, 92.3));

    @Test
    void of_isLevelForAFrontalFace() {
        HeadPose pose = HeadPose.of(FRONTAL);

        assertThat(pose.yaw()).isCloseTo(0, within(1.0));
        assertThat(pose.pitch()).isCloseTo(0, within(2.0));
        assertThat(pose.roll()).isCloseTo(0, within(1e-9));
    }

    @Test
    void of_seesTheNoseMoveToThePersonsLeft() {
        assertThat(HeadPose.of(withNose(64, 74.4)).yaw()).isBetween(15.0, 40.0);
        assertThat(HeadPose.of(withNose(48, 74.4)).yaw()).isBetween(-40.0, -15.0);
    }

    @Test
    void of_seesTheNoseMoveDown() {
        assertThat(HeadPose.of(withNose(56, 80)).pitch()).isGreaterThan(10);
        assertThat(HeadPose.of(withNose(56, 68)).pitch()).isLessThan(-10);
    }

    @Test
    void of_measuresRollOfATurnedImage() {
        var turned = new SimilarityTransform(Math.cos(0.3), Math.sin(0.3), 10, -5);
        var points = FRONTAL.points().stream().map(turned::apply).toList();

        HeadPose pose =
                HeadPose.of(new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)));

        assertThat(pose.roll()).isCloseTo(Math.toDegrees(0.3), within(1e-6));
    }

    private static Landmarks withNose(double x, double y) {
        return new Landmarks(
                FRONTAL.rightEye(),
                FRONTAL.leftEye(),
                new Point(x, y),
                FRONTAL.rightMouthCorner(),
                FRONTAL.leftMouthCorner());
    }
}
