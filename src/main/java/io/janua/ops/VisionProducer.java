package io.janua.ops;

import io.janua.gallery.RunningModel;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.InferencePool;
import io.janua.vision.model.LicenceGate;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelPack;
import io.janua.vision.model.ModelStore;
import io.janua.vision.onnx.OnnxModels;
import io.janua.vision.opencv.ImageLimits;
import io.janua.vision.opencv.OpenCvImageDecoder;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Loads the configured pack at start and hands it to the features as plain Java. */
@ApplicationScoped
class VisionProducer {

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
    ModelPack pack(ModelCatalog catalog) {
        ModelPack pack = catalog.pack(config.pack());
        LicenceGate.check(pack, catalog, config.acceptLicence());
        return pack;
    }

    @Produces
    @Singleton
    OnnxModels models(ModelPack pack, ModelCatalog catalog, ModelStore store) {
        return new OnnxModels(catalog.models(pack), store::obtain);
    }

    void unload(@Disposes OnnxModels models) {
        models.close();
    }

    @Produces
    @Singleton
    InferencePool pool(OnnxModels models) {
        var decoder = new OpenCvImageDecoder(new ImageLimits(config.minSide(), config.maxPixels()));
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        return new InferencePool(threads, config.queueLength(), () -> models.pipeline(decoder));
    }

    void stop(@Disposes InferencePool pool) {
        pool.close();
    }

    @Startup
    @Produces
    @Singleton
    FaceRecognizer recognizer(OnnxModels models, InferencePool pool) {
        var embedder = models.embedder();
        return new FaceRecognizer(embedder.id(), embedder.calibration().orElseThrow(), pool);
    }

    @Produces
    @Singleton
    RunningModel runningModel(OnnxModels models) {
        return models.embedder()::id;
    }
}
