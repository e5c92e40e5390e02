package io.janua.access.decision;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/access/points/{point}/explanations")
@Tag(name = "Access decisions")
@RunOnVirtualThread
class ExplanationResource {

    private final ExplanationService explanations;

    ExplanationResource(ExplanationService explanations) {
        this.explanations = explanations;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(
            operationId = "explainAccess",
            summary = "What would be decided about a person, and why",
            description = "As if the camera had recognised them without doubt. Nothing is changed or recorded.")
    public ExplanationView explain(@RestPath String point, @Valid @NotNull WantedExplanation body) {
        return explanations.explain(point, body);
    }
}
