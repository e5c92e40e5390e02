package io.janua.drift;

import io.janua.vision.model.ModelCatalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Of each embedder of the catalogue, what scores strangers reach. */
@ApplicationScoped
class ModelImpostors {

    private final Map<String, Impostors> impostors;

    ModelImpostors(ModelCatalog catalog, @ConfigProperty(name = "janua.vision.catalog") Optional<Path> file) {
        impostors = catalog.models().stream()
                .filter(model -> model.calibration().isPresent())
                .collect(Collectors.toMap(
                        model -> model.id(),
                        model -> new Impostors(model.calibration().get(), ModelCatalog.scores(file, model))));
    }

    /** Empty for a model that the catalogue does not have any more. */
    Optional<Impostors> of(String model) {
        return Optional.ofNullable(impostors.get(model));
    }
}
