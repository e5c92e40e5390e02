package io.janua.access.decision;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/access/presence")
@Tag(name = "Access decisions")
@RunOnVirtualThread
class PresenceResource {

    private final PresenceService presences;

    PresenceResource(PresenceService presences) {
        this.presences = presences;
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(
            operationId = "listPresence",
            summary = "Where people are, as far as doors can tell; who passed last first")
    public Page<PresenceView> list(@Valid @BeanParam PresenceFilter filter, @Valid @BeanParam PageQuery page) {
        return presences.list(filter, page);
    }

    @POST
    @Path("/resets")
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(operationId = "resetPresence", summary = "Forget where the people of a gallery, or of a zone, are")
    public PresenceResetView reset(@Valid @NotNull PresenceReset body) {
        return presences.reset(body);
    }
}
