package io.janua.support;

import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelStore;
import io.janua.vision.model.PackChoice;
import io.janua.vision.model.RunningPack;
import io.janua.vision.onnx.OnnxModels;
import java.nio.file.Path;
import java.util.Optional;

/** The pack that the service under test runs too, fetched as it fetches it and loaded once for all plain tests. */
public final class TestModels {

    public static final ModelCatalog CATALOG = ModelCatalog.load(Optional.empty());

    private static final class Obtained {
        static final RunningPack PACK = obtain();
    }

    private static final class Loaded {
        static final OnnxModels MODELS =
                new OnnxModels(running().models(), running().files()::get);
    }

    private TestModels() {}

    public static RunningPack running() {
        return Obtained.PACK;
    }

    /** Id of the model that makes templates. */
    public static String embedder() {
        return running().pack().embedder();
    }

    public static OnnxModels loaded() {
        return Loaded.MODELS;
    }

    private static RunningPack obtain() {
        var store = new ModelStore(folder(), ModelStore.defaultMirror(), Optional.empty());
        return PackChoice.of(CATALOG, System.getenv()).obtain(store);
    }

    public static Path folder() {
        return Path.of(Optional.ofNullable(System.getenv("JANUA_MODEL_STORE"))
                .filter(folder -> !folder.isBlank())
                .orElse(".janua/models"));
    }
}
