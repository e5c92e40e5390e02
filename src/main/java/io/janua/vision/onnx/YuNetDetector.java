package io.janua.vision.onnx;

import ai.djl.inference.Predictor;
import io.janua.vision.DetectedFace;
import io.janua.vision.FaceDetector;
import io.janua.vision.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** YuNet at several scales, with overlapping finds reduced to the most confident one. */
final class YuNetDetector implements FaceDetector {

    private static final double MAX_OVERLAP = 0.3;

    /**
     * Sizes of the longer side, in the order of trial. At 640 YuNet finds faces from about 10 to 500 pixels of it; one
     * that fills the picture is found at 320, one in a crowd at 1280.
     */
    private static final int[] LARGE_FIRST = {640, 320, 1280};

    /** A model that learned from pictures of 320 sees most at 512, and what fills the picture at 320 or 224. */
    private static final int[] SMALL_FIRST = {512, 320, 224, 640, 1280};

    /** By the name of the input in the catalogue. */
    private static final Map<String, int[]> LONGER_SIDES =
            Map.of("letterbox-32", LARGE_FIRST, "letterbox-32-small-first", SMALL_FIRST);

    private final int[] longerSides;
    private final Predictor<Letterbox, List<DetectedFace>> predictor;

    YuNetDetector(String input, Predictor<Letterbox, List<DetectedFace>> predictor) {
        longerSides = longerSides(input);
        this.predictor = predictor;
    }

    /** @throws IllegalArgumentException when no detector takes such an input */
    static void requireKnown(String input) {
        longerSides(input);
    }

    private static int[] longerSides(String input) {
        return Optional.ofNullable(LONGER_SIDES.get(input))
                .orElseThrow(() -> new IllegalArgumentException("No detector takes the input %s; these are known: %s"
                        .formatted(input, String.join(", ", new TreeSet<>(LONGER_SIDES.keySet())))));
    }

    @Override
    public List<DetectedFace> detect(Image image) {
        for (int longerSide : longerSides) {
            // Enlarging beyond the first size shows the detector nothing new.
            if (longerSide > longerSides[0] && Math.max(image.width(), image.height()) <= longerSides[0]) {
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
