package io.janua.support;

import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelStore;
import io.janua.vision.model.PackChoice;
import io.janua.vision.model.PackFallback;
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
        var fallback = setting("JANUA_MODEL_FALLBACK").map(PackFallback::fromString);
        var choice = new PackChoice(
                CATALOG,
                setting("JANUA_MODEL_PACK"),
                fallback.orElse(PackFallback.NONE),
                setting("JANUA_ACCEPT_MODEL_LICENCE"));
        return choice.obtain(new ModelStore(folder(), ModelStore.defaultMirror(), Optional.empty()));
    }

    public static Path folder() {
        return Path.of(setting("JANUA_MODEL_STORE").orElse(".janua/models"));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
