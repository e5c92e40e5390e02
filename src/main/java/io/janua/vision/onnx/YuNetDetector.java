package io.janua.vision.onnx;

import ai.djl.inference.Predictor;
import io.janua.vision.DetectedFace;
import io.janua.vision.FaceDetector;
import io.janua.vision.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** YuNet at several scales, with overlapping finds reduced to the most confident one. */
final class YuNetDetector implements FaceDetector {

    private static final double MAX_OVERLAP = 0.3;

    /**
     * Sizes of the longer side, in the order of trial. 640 finds faces from about 10 to 500 pixels of it. A face that
     * fills the picture is found at 320; one in a crowd at 1280.
     */
    private static final int[] LONGER_SIDES = {640, 320, 1280};

    private final Predictor<Letterbox, List<DetectedFace>> predictor;

    YuNetDetector(Predictor<Letterbox, List<DetectedFace>> predictor) {
        this.predictor = predictor;
    }

    @Override
    public List<DetectedFace> detect(Image image) {
        for (int longerSide : LONGER_SIDES) {
            // Enlarging beyond the first size shows the detector nothing new.
            if (longerSide > LONGER_SIDES[0] && Math.max(image.width(), image.height()) <= LONGER_SIDES[0]) {
                continue;
            }
            List<DetectedFace> found = withoutOverlaps(OnnxModels.predict(predictor, Letterbox.fit(image, longerSide)));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    @Override
    public void close() {
        predictor.close();
    }

    /** Greedy non-maximum suppression; largest first afterwards. */
    private static List<DetectedFace> withoutOverlaps(List<DetectedFace> candidates) {
        List<DetectedFace> kept = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(
                                (DetectedFace face) -> face.box().confidence())
                        .reversed())
                .filter(face -> kept.stream().noneMatch(better -> better.box().overlap(face.box()) > MAX_OVERLAP))
                .forEachOrdered(kept::add);
        kept.sort(Comparator.comparingDouble((DetectedFace face) -> face.box().area())
                .reversed());
        return List.copyOf(kept);
    }
}
