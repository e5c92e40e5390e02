package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {

    private static final List<Point> TRIANGLE = List.of(new Point(0, 0), new Point(4, 0), new Point(0, 3));

    @Test
    void fit_recoversRotationScaleAndShift() {
        var expected = new SimilarityTransform(1.2, 0.7, -3, 8);

        var fitted = SimilarityTransform.fit(
                TRIANGLE, TRIANGLE.stream().map(expected::apply).toList());

        assertThat(fitted.a()).isCloseTo(expected.a(), within(1e-9));
        assertThat(fitted.b()).isCloseTo(expected.b(), within(1e-9));
        assertThat(fitted.shiftX()).isCloseTo(expected.shiftX(), within(1e-9));
        assertThat(fitted.shiftY()).isCloseTo(expected.shiftY(), within(1e-9));
        assertThat(fitted.scale()).isCloseTo(Math.hypot(1.2, 0.7), within(1e-9));
    }

    @Test
    void fit_neverMirrors() {
        var mirrored =
                TRIANGLE.stream().map(point -> new Point(-point.x(), point.y())).toList();

        var fitted = SimilarityTransform.fit(TRIANGLE, mirrored);

        // A proper rotation keeps the orientation of the triangle: its determinant is positive.
        assertThat(fitted.a() * fitted.a() + fitted.b() * fitted.b()).isPositive();
        Point a = fitted.apply(TRIANGLE.get(0));
        Point b = fitted.apply(TRIANGLE.get(1)).minus(a);
        Point c = fitted.apply(TRIANGLE.get(2)).minus(a);
        assertThat(b.x() * c.y() - b.y() * c.x()).isPositive();
    }

    @Test
    void fit_refusesCoincidingPoints() {
        var same = List.of(new Point(5, 5), new Point(5, 5));

        assertThatIllegalArgumentException().isThrownBy(() -> SimilarityTransform.fit(same, same));
    }

    @Test
    void afterCut_mapsTheCutAsTheWholeWasMapped() {
        var whole = new SimilarityTransform(0.4, -0.1, 20, 30);

        var cut = whole.afterCut(new Point(100, 50), 0.5);

        Point viaWhole = whole.apply(new Point(140.5, 90.5));
        Point viaCut = cut.apply(new Point(20, 20));
        assertThat(viaCut.x()).isCloseTo(viaWhole.x(), within(1e-9));
        assertThat(viaCut.y()).isCloseTo(viaWhole.y(), within(1e-9));
    }
}
