package io.janua.ops;

import io.janua.gallery.RunningModel;
import io.janua.time.Stages;
import io.janua.vision.Acquisitions;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.InferencePool;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelPack;
import io.janua.vision.model.ModelStore;
import io.janua.vision.model.PackChoice;
import io.janua.vision.model.PackNotice;
import io.janua.vision.model.Preprocessing;
import io.janua.vision.model.RunningPack;
import io.janua.vision.onnx.OnnxModels;
import io.janua.vision.opencv.ImageLimits;
import io.janua.vision.opencv.OpenCvImageDecoder;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Loads the configured pack at start and hands it to the features as plain Java. */
@RegisterForReflection(targets = {ModelCatalog.class, ModelEntry.class, ModelPack.class, Preprocessing.class})
@ApplicationScoped
class VisionProducer {

    /** docs/explanation/under-load.md says why. */
    private static final int WAITING_FOR_EACH_THREAD = 8;

    private final VisionConfig config;

    VisionProducer(VisionConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    ModelCatalog catalog() {
        return ModelCatalog.load(config.catalog());
    }

    @Produces
    @Singleton
    ModelStore store() {
        return new ModelStore(config.store(), ModelStore.defaultMirror(), Optional.empty());
    }

    @Produces
    @Singleton
    RunningPack pack(ModelCatalog catalog, ModelStore store) {
        var running = new PackChoice(catalog, config.pack(), config.fallback(), config.acceptLicence()).obtain(store);
        running.missing().ifPresent(missing -> Log.warn(missing.why().getMessage()));
        String notice = PackNotice.of(running);
        if (!notice.isEmpty()) {
            Log.warn(notice);
        }
        return running;
    }

    @Produces
    @Singleton
    OnnxModels models(RunningPack running) {
        return new OnnxModels(running.models(), running.files()::get);
    }

    void unload(@Disposes OnnxModels models) {
        models.close();
    }

    @Produces
    @Singleton
    InferencePool pool(OnnxModels models, Stages stages) {
        var decoder = new OpenCvImageDecoder(new ImageLimits(config.minSide(), config.maxPixels()));
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        int waiting = config.queueLength().orElse(WAITING_FOR_EACH_THREAD * threads);
        return new InferencePool(threads, waiting, () -> models.pipeline(decoder, stages), stages);
    }

    void stop(@Disposes InferencePool pool) {
        pool.close();
    }

    @Startup
    @Produces
    @Singleton
    FaceRecognizer recognizer(OnnxModels models, InferencePool pool, Acquisitions acquisitions) {
        var embedder = models.embedder();
        return new FaceRecognizer(embedder.id(), embedder.calibration().orElseThrow(), pool, acquisitions);
    }

    @Produces
    @Singleton
    RunningModel runningModel(OnnxModels models, RunningPack running) {
        return new Running(models.embedder().id(), running.judgesLiveness());
    }

    private record Running(String id, boolean judgesLiveness) implements RunningModel {}
}
