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

@Path("/v1/access/points/{point}/overrides")
@Tag(name = "Access decisions")
@RunOnVirtualThread
class OverrideResource {

    private final OverrideService overrides;

    OverrideResource(OverrideService overrides) {
        this.overrides = overrides;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(operationId = "overrideAccess", summary = "Open once by hand, whatever holds there")
    public AccessDecisionView override(@RestPath String point, @Valid @NotNull WantedOverride body) {
        return overrides.open(point, body.reason());
    }
}
