package io.janua.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceSelectionTest {

    private static final DetectedFace LARGE = face(100);
    private static final DetectedFace RIVAL = face(60);
    private static final DetectedFace BACKGROUND = face(40);

    @Test
    void largest_takesTheFirst() {
        assertThat(FaceSelection.LARGEST.choose(List.of(LARGE, RIVAL))).isSameAs(LARGE);
    }

    @Test
    void single_refusesARival() {
        assertThatThrownBy(() -> FaceSelection.SINGLE.choose(List.of(LARGE, RIVAL)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.MANY_FACES);
                    assertThat(problem.facts()).containsEntry("facesFound", 2);
                });
    }

    @Test
    void single_overlooksTheBackground() {
        assertThat(FaceSelection.SINGLE.choose(List.of(LARGE, BACKGROUND))).isSameAs(LARGE);
    }

    @Test
    void alone_isWhomSingleTakes() {
        assertThat(FaceSelection.isAlone(100, 0)).isTrue();
        assertThat(FaceSelection.isAlone(100, 24)).isTrue();
        assertThat(FaceSelection.isAlone(100, 25)).isFalse();
    }

    @Test
    void both_refuseAnEmptyPicture() {
        for (FaceSelection selection : FaceSelection.values()) {
            assertThatThrownBy(() -> selection.choose(List.of()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NO_FACE));
        }
    }

    private static DetectedFace face(double side) {
        var point = new Point(0, 0);
        return new DetectedFace(new FaceBox(0, 0, side, side, 1), new Landmarks(point, point, point, point, point));
    }
}
