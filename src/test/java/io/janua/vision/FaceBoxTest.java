package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FaceBoxTest {

    private static FaceBox box(double x, double y, double width, double height) {
        return new FaceBox(x, y, width, height, 1);
    }

    @Test
    void overlap_isOneForTheSameBoxAndZeroApart() {
        assertThat(box(0, 0, 10, 10).overlap(box(0, 0, 10, 10))).isCloseTo(1, within(1e-9));
        assertThat(box(0, 0, 10, 10).overlap(box(10, 0, 10, 10))).isZero();
        assertThat(box(0, 0, 0, 0).overlap(box(0, 0, 0, 0))).isZero();
    }

    @Test
    void withMargin_growsOnEachSide() {
        assertThat(box(10, 20, 10, 40).withMargin(0.5)).isEqualTo(box(5, 0, 20, 80));
    }

    @Test
    void overlap_isSharedAreaOverUnion() {
        // 5 x 10 of 150 in all.
        assertThat(box(0, 0, 10, 10).overlap(box(5, 0, 10, 10))).isCloseTo(50 / 150.0, within(1e-9));
    }
}
