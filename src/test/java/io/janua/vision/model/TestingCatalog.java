package io.janua.vision.model;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Two packs: one that nobody can fetch, and one whose only file the tests carry as a build carries its own. */
final class TestingCatalog {

    static final String FAR = "far-pack";
    static final String NEAR = "near-pack";

    /** Nothing listens there. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/far.onnx");

    private static final String CARRIED_FILE = "carried-by-the-tests.txt";
    private static final String CARRIED_SHA256 = "6bfcd0b9ac2b88ca69d2b4d0403d5934c08b6d521d4c4d6acec2353819374d5d";
    private static final int CARRIED_BYTES = 21;

    static final ModelCatalog CATALOG = new ModelCatalog(
            List.of(
                    new ModelPack(FAR, "far-detector", "far-embedder", Optional.of("far-attack-detector")),
                    new ModelPack(NEAR, "near-detector", "near-embedder", Optional.empty())),
            List.of(
                    far("far-detector", ModelRole.DETECTOR),
                    far("far-embedder", ModelRole.EMBEDDER),
                    far("far-attack-detector", ModelRole.PRESENTATION_ATTACK_DETECTOR),
                    near("near-detector", ModelRole.DETECTOR),
                    near("near-embedder", ModelRole.EMBEDDER)));

    private TestingCatalog() {}

    private static ModelEntry far(String id, ModelRole role) {
        return model(id, role, "far.onnx", Optional.of(NOWHERE), "0".repeat(64), 1, true);
    }

    static ModelEntry near(String id, ModelRole role) {
        return model(id, role, CARRIED_FILE, Optional.empty(), CARRIED_SHA256, CARRIED_BYTES, false);
    }

    private static ModelEntry model(
            String id, ModelRole role, String file, Optional<URI> address, String sha256, long bytes, boolean free) {
        boolean embedder = role == ModelRole.EMBEDDER;
        return new ModelEntry(
                id,
                role,
                file,
                address,
                sha256,
                bytes,
                new Licence(free ? "Apache-2.0" : "CC-BY-NC-4.0", free, URI.create("https://example.org/licence")),
                new Preprocessing(Preprocessing.Channels.BGR, 1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), "any"),
                embedder ? Optional.of(128) : Optional.empty(),
                embedder ? Optional.of(calibration()) : Optional.empty(),
                Optional.empty(),
                "card.md");
    }

    private static Calibration calibration() {
        return new Calibration(List.of(
                new Calibration.OperatingPoint(1e-2, 0.2, null), new Calibration.OperatingPoint(1e-4, 0.4, null)));
    }
}
