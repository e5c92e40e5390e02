package io.janua.support;

import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelStore;
import io.janua.vision.onnx.OnnxModels;
import java.nio.file.Path;
import java.util.Optional;

/** The default pack, fetched as the service fetches it and loaded once for all plain tests. */
public final class TestModels {

    public static final ModelCatalog CATALOG = ModelCatalog.load(Optional.empty());

    private static final class Loaded {
        static final OnnxModels MODELS = load();
    }

    private TestModels() {}

    public static OnnxModels loaded() {
        return Loaded.MODELS;
    }

    private static OnnxModels load() {
        var store = new ModelStore(folder(), ModelStore.defaultMirror(), Optional.empty());
        var pack = CATALOG.models(CATALOG.packs().getFirst());
        return new OnnxModels(pack, store::obtain);
    }

    public static Path folder() {
        return Path.of(Optional.ofNullable(System.getenv("JANUA_MODEL_STORE")).orElse(".janua/models"));
    }
}
