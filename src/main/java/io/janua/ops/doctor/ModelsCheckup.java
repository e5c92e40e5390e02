package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.ok;
import static io.janua.ops.doctor.Finding.warn;

import io.janua.ops.offline.Installation;
import io.janua.vision.model.LicenceGate;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelStore;
import io.janua.vision.model.PackChoice;
import io.janua.vision.model.PackFallback;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The models of the pack that runs, and where missing ones would come from. */
final class ModelsCheckup {

    private static final String FETCH = "./janua models fetch";

    private final Installation installation;
    private final Consumer<Finding> found;

    ModelsCheckup(Installation installation, Consumer<Finding> found) {
        this.installation = installation;
        this.found = found;
    }

    void look() {
        try {
            var catalog =
                    ModelCatalog.load(installation.text("janua.vision.catalog").map(Path::of));
            var choice = new PackChoice(
                    catalog,
                    installation.text("janua.vision.pack"),
                    PackFallback.fromString(
                            installation.text("janua.vision.fallback").orElse("none")),
                    installation.text("janua.vision.accept-licence"));
            LicenceGate.check(choice.wanted(), catalog, choice.acceptedLicence());
            installation
                    .text("JANUA_MODEL_MIRROR")
                    .map(Path::of)
                    .filter(folder -> !Files.isDirectory(folder))
                    .ifPresent(folder -> found.accept(warn(
                            "model mirror",
                            "%s is no folder".formatted(folder),
                            "correct JANUA_MODEL_MIRROR, or leave it out")));
            var store = new ModelStore(
                    Path.of(installation.text("janua.vision.store").orElseThrow()),
                    ModelStore.defaultMirror(),
                    Optional.empty());
            present(choice, store);
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            found.accept(fail("models", unusable.getMessage(), "./janua models lists what there is"));
        }
    }

    private void present(PackChoice choice, ModelStore store) {
        String pack = choice.wanted().id();
        List<String> missing = new ArrayList<>();
        boolean unreadable = false;
        for (ModelEntry model : choice.catalog().models(choice.wanted())) {
            try {
                if (store.find(model).isEmpty()) {
                    missing.add(model.id());
                }
            } catch (UncheckedIOException kept) {
                unreadable = true;
                found.accept(fail("models", kept.getMessage(), "let whoever runs the service read it"));
            }
        }
        if (!missing.isEmpty()) {
            String what = "missing or with a wrong digest: " + String.join(", ", missing);
            found.accept(choice.substitute()
                    .map(substitute -> warn(
                            "models",
                            what + "; until they are there, %s runs in place of %s".formatted(substitute.id(), pack),
                            FETCH))
                    .orElseGet(() -> fail("models", what, FETCH)));
        } else if (!unreadable) {
            found.accept(ok("models", "%s, every digest right".formatted(pack)));
        }
    }
}
