package io.janua.enrollment;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/galleries/{gallery}/invitations")
@Tag(name = "Invitations")
@RunOnVirtualThread
class GalleryInvitationsResource {

    private final InvitationService invitations;

    GalleryInvitationsResource(InvitationService invitations) {
        this.invitations = invitations;
    }

    @GET
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(
            operationId = "listGalleryInvitations",
            summary = "The invitations of all subjects of the gallery, oldest first")
    public Page<InvitationView> list(
            @RestPath String gallery,
            @RestQuery @Parameter(description = "Only those in this state") InvitationState state,
            @Valid @BeanParam PageQuery page) {
        return invitations.list(gallery, Optional.ofNullable(state), page);
    }
}
