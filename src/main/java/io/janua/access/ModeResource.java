package io.janua.access;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/access/mode")
@Tag(name = "Access points")
@RunOnVirtualThread
class ModeResource {

    private final ModeService modes;

    ModeResource(ModeService modes) {
        this.modes = modes;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(
            operationId = "setAccessMode",
            summary = "Lock access points down, release them, or end that: some, those of a zone, or all",
            description = "A caller that is limited to galleries reaches the points of these only.")
    public ChangedPointsView change(@Valid @NotNull ModesChange body) {
        return modes.change(body);
    }
}
