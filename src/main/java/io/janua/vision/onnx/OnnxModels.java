package io.janua.vision.onnx;

import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import io.janua.time.Stages;
import io.janua.vision.FaceDetector;
import io.janua.vision.FaceEmbedder;
import io.janua.vision.FacePipeline;
import io.janua.vision.ImageDecoder;
import io.janua.vision.PackagedLibraries;
import io.janua.vision.PresentationAttackDetector;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The models of a pack, loaded once and shared by the pipelines of all threads.
 */
public final class OnnxModels implements AutoCloseable {

    private static final String LIBRARY_FOLDER = "onnxruntime.native.path";
    private static final String ENGINE = "OnnxRuntime";

    static {
        // DJL would otherwise ask its model zoo and a statistics address over the network.
        System.setProperty("ai.djl.offline", "true");
        // The alternative engine serves array operations that Janua never calls.
        System.setProperty("ai.djl.onnx.disable_alternative", "true");
        if (System.getProperty(LIBRARY_FOLDER) == null) {
            PackagedLibraries.find("onnxruntime")
                    .ifPresent(file ->
                            System.setProperty(LIBRARY_FOLDER, file.getParent().toString()));
        }
    }

    private record Loaded(ModelEntry entry, ZooModel<NDList, NDList> model) {}

    private final Loaded detector;
    private final Loaded embedder;
    private final Optional<Loaded> attackDetector;

    /**
     * @param pack detector, embedder and, where the pack has one, presentation attack detector
     * @param files finds the verified file of an entry
     * @throws IllegalArgumentException when the detector's entry names an input that none takes
     */
    public OnnxModels(List<ModelEntry> pack, Function<ModelEntry, Path> files) {
        detector = load(pack, ModelRole.DETECTOR, files).orElseThrow();
        YuNetDetector.requireKnown(detector.entry().preprocessing().input());
        embedder = load(pack, ModelRole.EMBEDDER, files).orElseThrow();
        attackDetector = load(pack, ModelRole.PRESENTATION_ATTACK_DETECTOR, files);
    }

    /** Loads the engine now, which takes longer than the models, so that it need not be loaded while somebody waits. */
    public static void prepare() {
        Engine.getEngine(ENGINE);
    }

    /** A pipeline for one thread; closing it leaves the models loaded. */
    public FacePipeline pipeline(ImageDecoder decoder, Stages stages) {
        return new FacePipeline(decoder, newDetector(), newEmbedder(), newAttackDetector(), stages);
    }

    public FaceDetector newDetector() {
        return new YuNetDetector(
                detector.entry().preprocessing().input(), detector.model().newPredictor(new YuNetTranslator()));
    }

    public FaceEmbedder newEmbedder() {
        var entry = embedder.entry();
        var predictor = embedder.model().newPredictor(new RasterTranslator(entry.preprocessing()));
        return new OnnxFaceEmbedder(entry.id(), predictor);
    }

    /** Empty where the pack has none. */
    public Optional<PresentationAttackDetector> newAttackDetector() {
        return attackDetector.map(loaded -> new MiniFasNetDetector(
                loaded.model().newPredictor(new RasterTranslator(loaded.entry().preprocessing()))));
    }

    public ModelEntry embedder() {
        return embedder.entry();
    }

    @Override
    public void close() {
        detector.model().close();
        embedder.model().close();
        attackDetector.ifPresent(loaded -> loaded.model().close());
    }

    /** Runs a predictor; whatever goes wrong in native code is no fault of the caller's. */
    static <I, O> O predict(Predictor<I, O> predictor, I input) {
        try {
            return predictor.predict(input);
        } catch (TranslateException failed) {
            throw new InferenceFailed(failed);
        }
    }

    private static Optional<Loaded> load(List<ModelEntry> pack, ModelRole role, Function<ModelEntry, Path> files) {
        return pack.stream()
                .filter(model -> model.role() == role)
                .findFirst()
                .map(entry -> new Loaded(entry, load(files.apply(entry))));
    }

    private static ZooModel<NDList, NDList> load(Path file) {
        try {
            return Criteria.builder()
                    .setTypes(NDList.class, NDList.class)
                    .optModelPath(file)
                    .optEngine(ENGINE)
                    .optOption("intraOpNumThreads", "1")
                    .optOption("interOpNumThreads", "1")
                    .build()
                    .loadModel();
        } catch (IOException | ModelNotFoundException | MalformedModelException unusable) {
            throw new IllegalStateException("The model %s cannot be loaded".formatted(file.getFileName()), unusable);
        }
    }
}
