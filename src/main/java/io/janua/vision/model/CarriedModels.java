package io.janua.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The model files that lie in this build itself: those of models/own. */
final class CarriedModels {

    private static final String FOLDER = "/models/own/";

    private CarriedModels() {}

    static boolean has(ModelEntry model) {
        try (InputStream bytes = stream(model)) {
            return bytes != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Optional<InputStream> open(ModelEntry model) {
        return Optional.ofNullable(stream(model));
    }

    private static InputStream stream(ModelEntry model) {
        return CarriedModels.class.getResourceAsStream(FOLDER + model.file());
    }
}
