package io.janua.vision.model;

import java.util.Optional;

/**
 * Weights with a non-commercial licence run only after somebody said so in as many words. Those that this build carries
 * need no such word: whatever shows that they run says what they may be used for (ADR 0040).
 */
public final class LicenceGate {

    private LicenceGate() {}

    /**
     * @param accepted id of the pack whose terms the operator accepts
     * @throws IllegalStateException naming model, licence and what to set
     */
    public static void check(ModelPack pack, ModelCatalog catalog, Optional<String> accepted) {
        if (accepted.filter(pack.id()::equals).isPresent()) {
            return;
        }
        for (ModelEntry model : catalog.models(pack)) {
            if (!model.licence().commercialUse() && !CarriedModels.has(model)) {
                throw new IllegalStateException("""
                        The model %s of the pack %s is licensed %s, which forbids commercial use (%s).
                        To accept these terms, set JANUA_ACCEPT_MODEL_LICENCE=%s""".formatted(
                                model.id(),
                                pack.id(),
                                model.licence().spdx(),
                                model.licence().address(),
                                pack.id()));
            }
        }
    }
}
