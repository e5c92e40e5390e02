package io.janua.ops;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/system")
@Tag(name = "System", description = "How the service is doing")
@PermissionsAllowed(Operations.SYSTEM_READ)
@RunOnVirtualThread
class SystemResource {

    private final SystemService system;

    SystemResource(SystemService system) {
        this.system = system;
    }

    @GET
    @Operation(operationId = "getSystem", summary = "The instance that answers, its database, its jobs and its checks")
    public SystemView get() {
        return system.view();
    }
}
