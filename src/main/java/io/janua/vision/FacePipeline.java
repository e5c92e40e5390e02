package io.janua.vision;

import io.janua.problem.Problems;
import io.janua.time.Stage;
import io.janua.time.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From an uploaded file to faces: decode, detect, align, measure, check liveness, embed. An instance serves one thread;
 * {@link InferencePool} keeps as many as there are cores.
 */
public final class FacePipeline implements AutoCloseable {

    /** A stored crop shows the face with half of its size around it, as an ID photograph does. */
    private static final double CROP_MARGIN = 0.5;

    /** A crowd must not hold a thread for seconds: the largest faces are described. */
    private static final int MAX_DESCRIBED = 100;

    private static final int CROP_MAX_SIDE = 480;

    private final ImageDecoder decoder;
    private final FaceDetector detector;
    private final FaceEmbedder embedder;
    private final Optional<PresentationAttackDetector> attackDetector;
    private final Stages stages;

    /** @param attackDetector empty where no model of the pack judges liveness; who asks for it is then refused */
    public FacePipeline(
            ImageDecoder decoder,
            FaceDetector detector,
            FaceEmbedder embedder,
            Optional<PresentationAttackDetector> attackDetector,
            Stages stages) {
        this.decoder = decoder;
        this.detector = detector;
        this.embedder = embedder;
        this.attackDetector = attackDetector;
        this.stages = stages;
    }

    /** Whether it can tell a living face from a picture of one. */
    public boolean judgesLiveness() {
        return attackDetector.isPresent();
    }

    /**
     * Every face, largest first, without embeddings; empty when there is none.
     *
     * @throws io.janua.problem.Problem {@code liveness_unavailable}, or an image problem
     */
    public List<Face> detect(byte[] encoded, boolean liveness) {
        requireJudged(liveness);
        try (Image image = decoded(encoded)) {
            List<DetectedFace> detected =
                    found(image).stream().limit(MAX_DESCRIBED).toList();
            var request = new FaceRequest(FaceSelection.LARGEST, liveness, false);
            List<Face> faces = new ArrayList<>(detected.size());
            for (DetectedFace face : detected) {
                double rivalArea = detected.stream()
                        .filter(other -> other != face)
                        .mapToDouble(other -> other.box().area())
                        .max()
                        .orElse(0);
                faces.add(describe(image, face, rivalArea, request, false));
            }
            return faces;
        }
    }

    /**
     * The one face that is meant, embedded.
     *
     * @throws io.janua.problem.Problem {@code no_face}, {@code many_faces}, {@code liveness_unavailable}, or an image
     *     problem
     */
    public Face extract(byte[] encoded, FaceRequest request) {
        requireJudged(request.liveness());
        try (Image image = decoded(encoded)) {
            List<DetectedFace> detected = found(image);
            DetectedFace chosen = request.selection().choose(detected);
            double rivalArea = detected.size() > 1 ? detected.get(1).box().area() : 0;
            return describe(image, chosen, rivalArea, request, true);
        }
    }

    private Face describe(Image image, DetectedFace face, double rivalArea, FaceRequest request, boolean embed) {
        HeadPose pose = HeadPose.of(face.landmarks());
        AlignedFace aligned = stages.watch(Stage.ALIGN, () -> AlignedFace.of(image, face.landmarks()));
        FaceQuality quality =
                stages.watch(Stage.QUALITY, () -> QualityAssessor.assess(image, face, pose, aligned, rivalArea));
        return new Face(
                face,
                pose,
                quality,
                FaceSelection.isAlone(face.box().area(), rivalArea),
                when(request.liveness(), Stage.LIVENESS, () -> attackDetector
                        .orElseThrow()
                        .assess(image, face.box())),
                when(embed, Stage.EMBED, () -> embedder.embed(aligned)),
                when(request.crop(), Stage.CROP, () -> image.jpeg(face.box().withMargin(CROP_MARGIN), CROP_MAX_SIDE)));
    }

    /** A face that nobody could judge is not a living one: nothing is answered instead. */
    private void requireJudged(boolean liveness) {
        if (liveness && !judgesLiveness()) {
            throw Problems.livenessUnavailable();
        }
    }

    private Image decoded(byte[] encoded) {
        return stages.watch(Stage.DECODE, () -> decoder.decode(encoded));
    }

    private List<DetectedFace> found(Image image) {
        return stages.watch(Stage.DETECT, () -> detector.detect(image));
    }

    private <T> Optional<T> when(boolean wanted, Stage stage, Supplier<T> work) {
        return wanted ? Optional.of(stages.watch(stage, work)) : Optional.empty();
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
        attackDetector.ifPresent(PresentationAttackDetector::close);
    }
}
