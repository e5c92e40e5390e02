package io.janua.vision.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Which pack runs: the one that somebody named, and no other; else the catalogue's first or, where that cannot be had
 * and may be stood in for, the one that this build carries.
 *
 * @param named the id of a pack
 * @param acceptedLicence id of the pack whose terms the operator accepts
 */
public record PackChoice(
        ModelCatalog catalog, Optional<String> named, PackFallback fallback, Optional<String> acceptedLicence) {

    /**
     * As the environment says.
     *
     * @param environment with {@code JANUA_MODEL_PACK}, {@code JANUA_MODEL_FALLBACK} and
     *     {@code JANUA_ACCEPT_MODEL_LICENCE}, where they are set and not blank
     */
    public static PackChoice of(ModelCatalog catalog, Map<String, String> environment) {
        return new PackChoice(
                catalog,
                setting(environment, "JANUA_MODEL_PACK"),
                setting(environment, "JANUA_MODEL_FALLBACK")
                        .map(PackFallback::fromString)
                        .orElse(PackFallback.NONE),
                setting(environment, "JANUA_ACCEPT_MODEL_LICENCE"));
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The pack that is meant, whether it can be had or not. */
    public ModelPack wanted() {
        return named.map(catalog::pack).orElseGet(catalog::standard);
    }

    /** The pack that runs where the wanted one cannot be had. */
    public Optional<ModelPack> substitute() {
        return named.isPresent() || fallback == PackFallback.NONE
                ? Optional.empty()
                : catalog.carried().filter(carried -> !carried.equals(wanted()));
    }

    /**
     * Obtains the files.
     *
     * @throws ModelUnobtainable when neither the pack nor one in its place can be had; suppressed in it is why the
     *     first could not
     * @throws IllegalStateException when the pack's terms were not accepted
     */
    public RunningPack obtain(ModelStore store) {
        ModelPack wanted = wanted();
        try {
            return new RunningPack(wanted, files(wanted, store), Optional.empty());
        } catch (ModelUnobtainable unobtainable) {
            ModelPack substitute = substitute().orElseThrow(() -> unobtainable);
            return inPlaceOf(new RunningPack.Missing(wanted.id(), unobtainable), substitute, store);
        }
    }

    private RunningPack inPlaceOf(RunningPack.Missing missing, ModelPack substitute, ModelStore store) {
        try {
            return new RunningPack(substitute, files(substitute, store), Optional.of(missing));
        } catch (RuntimeException missingToo) {
            // Whoever reads why that failed has to know why it was tried.
            missingToo.addSuppressed(missing.why());
            throw missingToo;
        }
    }

    private SequencedMap<ModelEntry, Path> files(ModelPack pack, ModelStore store) {
        LicenceGate.check(pack, catalog, acceptedLicence);
        var files = new LinkedHashMap<ModelEntry, Path>();
        catalog.models(pack).forEach(model -> files.put(model, store.obtain(model)));
        return files;
    }
}
