package io.janua.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The model files that lie in this build itself: those of models/own. */
final class CarriedModels {

    private static final String FOLDER = "/models/own/";

    private CarriedModels() {}

    /** Whether these very bytes are in the build: another catalogue may call somebody else's file by the same name. */
    static boolean has(ModelEntry model) {
        try (InputStream bytes = stream(model)) {
            return bytes != null && FileDigest.of(bytes).isOf(model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What has the model's name, whether the bytes are the right ones or not. */
    static Optional<InputStream> open(ModelEntry model) {
        return Optional.ofNullable(stream(model));
    }

    private static InputStream stream(ModelEntry model) {
        return CarriedModels.class.getResourceAsStream(FOLDER + model.file());
    }
}
