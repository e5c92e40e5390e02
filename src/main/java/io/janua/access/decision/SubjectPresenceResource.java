package io.janua.access.decision;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/galleries/{gallery}/subjects/{subject}/access/presence")
@Tag(name = "Access decisions")
@RunOnVirtualThread
class SubjectPresenceResource {

    private final PresenceService presences;

    SubjectPresenceResource(PresenceService presences) {
        this.presences = presences;
    }

    @DELETE
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(operationId = "forgetPresence", summary = "Forget where the person is: they may pass anywhere next")
    public void forget(@RestPath String gallery, @RestPath String subject) {
        presences.forget(gallery, subject);
    }
}
