package io.janua.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.training.data.Similarity;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TargetsTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-3);

    private static final LabelledFace FACE =
            new LabelledFace(150, 130, 60, 80, 0.9, new double[] {135, 115, 165, 116, 151, 131, 138, 150, 162, 151});

    /** What the targets say, read as the service reads a net's answers, is the face that they were made of. */
    @Test
    void theDecoderReadsWhatTheTargetsSay() {
        var targets = new Targets(1);
        targets.set(0, List.of(FACE));
        List<LabelledFace> read = Decoder.faces(outputs(targets), View.SIDE, 0.6);
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().overlap(FACE)).isCloseTo(1, CLOSE);
        for (int i = 0; i < FACE.points().length; i++) {
            assertThat(read.getFirst().points()[i]).isCloseTo(FACE.points()[i], CLOSE);
        }
    }

    @Test
    void whatTheTeacherDoubtsIsNeitherTaughtNorPunished() {
        var doubted = new LabelledFace(FACE.x(), FACE.y(), FACE.width(), FACE.height(), 0.55, FACE.points());
        var targets = new Targets(1);
        targets.set(0, List.of(doubted));
        assertThat(targets.wanted).containsOnly(0);
        assertThat(targets.counted).contains(0);
    }

    @Test
    void aMirrorChangesTheSides() {
        LabelledFace mirrored = FACE.moved(Similarity.about(0, 0, 320, 0, 1, 0, true));
        assertThat(mirrored.x()).isCloseTo(170, CLOSE);
        // The person's right eye is the one on the picture's left.
        assertThat(mirrored.points()[0]).isLessThan(mirrored.points()[2]);
        assertThat(mirrored.points()[0]).isCloseTo(320 - FACE.points()[2], CLOSE);
    }

    private static Map<String, float[]> outputs(Targets targets) {
        Map<String, float[]> outputs = new java.util.HashMap<>();
        int offset = 0;
        for (int stride : DetectorNet.STRIDES) {
            int cells = View.SIDE / stride * (View.SIDE / stride);
            outputs.put(DetectorNet.output("cls", stride), part(targets.wanted, offset, cells, 1));
            outputs.put(DetectorNet.output("bbox", stride), part(targets.boxes, offset, cells, DetectorNet.BOX));
            outputs.put(DetectorNet.output("kps", stride), part(targets.points, offset, cells, DetectorNet.POINTS));
            offset += cells;
        }
        return outputs;
    }

    private static float[] part(float[] values, int offset, int cells, int each) {
        return java.util.Arrays.copyOfRange(values, offset * each, (offset + cells) * each);
    }
}
