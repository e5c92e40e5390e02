package io.janua.ops;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Operations;
import io.janua.vision.model.ModelCatalog;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelStore;
import io.janua.vision.model.PackDescription;
import io.janua.vision.model.RunningPack;
import io.janua.vision.model.ScoreDistribution;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/models")
@Tag(name = "Models", description = "The catalogue of models, and which of them run")
@PermissionsAllowed(Operations.MODELS_READ)
@RunOnVirtualThread
class ModelResource {

    private final ModelCatalog catalog;
    private final RunningPack running;
    private final ModelStore store;
    private final Map<String, ScoreDistribution> scores;

    ModelResource(ModelCatalog catalog, RunningPack running, ModelStore store, VisionConfig config) {
        this.catalog = catalog;
        this.running = running;
        this.store = store;
        this.scores = new HashMap<>();
        catalog.models().forEach(model -> ModelCatalog.scores(config.catalog(), model)
                .ifPresent(distribution -> scores.put(model.id(), distribution)));
    }

    @GET
    @Operation(operationId = "listModels", summary = "The models of the catalogue")
    public ModelsView list() {
        return new ModelsView(
                running.id(),
                PackDescription.of(running),
                catalog.models().stream().map(this::view).toList());
    }

    @GET
    @Path("/{model}")
    @Operation(operationId = "getModel", summary = "One model, with its calibration")
    public ModelView get(@RestPath String model) {
        return catalog.model(model)
                .map(this::view)
                .orElseThrow(() -> new Problem(
                        ProblemCode.MODEL_NOT_FOUND,
                        "The catalogue has no model '%s'.".formatted(model),
                        "model",
                        "List the models with GET /v1/models."));
    }

    private ModelView view(ModelEntry model) {
        return ModelView.from(
                model, running.has(model), store.find(model).isPresent(), Optional.ofNullable(scores.get(model.id())));
    }

    /** A catalogue is short: no paging. */
    record ModelsView(String runningPack, PackDescription pack, List<ModelView> items) {}
}
