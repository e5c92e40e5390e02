package io.janua.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.janua.evaluation.PackOutcome.Judged;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ScoreDistribution;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue that was used, with what was measured here in place of the calibrations it had: files for
 * {@code JANUA_MODEL_CATALOG}. There is nothing of a person in them.
 */
final class CalibratedCatalog {

    static final String FILE = "catalog.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private CalibratedCatalog() {}

    /**
     * @param file the catalogue that was used, where it is not the one that the build carries
     * @return by name of the file; empty where no embedder could be calibrated
     */
    static Map<String, JsonNode> of(ModelCatalog catalog, Optional<Path> file, List<Judged> judged) {
        Map<String, JsonNode> files = new LinkedHashMap<>();
        JsonNode tree = JSON.valueToTree(catalog);
        for (JsonNode entry : tree.path("models")) {
            String id = entry.path("id").asText();
            // Two packs can share an embedder: the pack that was named first counts.
            Optional<Judged> measured = judged.stream()
                    .filter(pack -> pack.embedder().id().equals(id)
                            && pack.calibration().isPresent())
                    .findFirst();
            Optional<ScoreDistribution> scores = measured.map(Judged::scores)
                    .or(() -> catalog.model(id).flatMap(model -> ModelCatalog.scores(file, model)));
            measured.ifPresent(pack -> put(pack, (ObjectNode) entry));
            scores.ifPresent(distribution -> files.put(entry.path("scores").asText(), JSON.valueToTree(distribution)));
        }
        if (judged.stream().anyMatch(pack -> pack.calibration().isPresent())) {
            files.put(FILE, tree);
            return files;
        }
        return Map.of();
    }

    private static void put(Judged pack, ObjectNode entry) {
        entry.set("calibration", JSON.valueToTree(pack.calibration().orElseThrow()));
        entry.put("scores", pack.embedder().id() + ".scores.json");
    }
}
