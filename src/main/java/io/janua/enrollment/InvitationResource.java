package io.janua.enrollment;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/subjects/{subject}/invitations")
@Tag(name = "Invitations", description = "Lets subjects enrol themselves")
@RunOnVirtualThread
class InvitationResource {

    private final InvitationService invitations;

    InvitationResource(InvitationService invitations) {
        this.invitations = invitations;
    }

    @POST
    // A request without a body has no Content-Type either.
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    // Whoever has the secret reads the subject's name and agrees in its place.
    @PermissionsAllowed(
            value = {Operations.ENROLL, Operations.CONSENTS_WRITE, Operations.SUBJECTS_READ},
            inclusive = true)
    @Operation(
            operationId = "createInvitation",
            summary = "Invite the subject to enrol itself, once; an invitation that is still open ends")
    @APIResponse(
            responseCode = "201",
            description = "Created, with the secret, which is shown in this answer only",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    public RestResponse<InvitationView> create(
            @RestPath String gallery,
            @RestPath String subject,
            @Valid @RequestBody(required = false) NewInvitation body) {
        var wanted = Optional.ofNullable(body).orElse(NewInvitation.USUAL);
        return RestResponse.status(RestResponse.Status.CREATED, invitations.create(gallery, subject, wanted));
    }

    @GET
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(
            operationId = "listInvitations",
            summary = "The invitations of the subject, ended ones too, oldest first")
    public Page<InvitationView> list(
            @RestPath String gallery, @RestPath String subject, @Valid @BeanParam PageQuery page) {
        return invitations.list(gallery, subject, page);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(
            operationId = "revokeInvitation",
            summary = "Revoke an invitation, in force with the next request; one that has ended stays as it is")
    public InvitationView revoke(@RestPath String gallery, @RestPath String subject, @RestPath UUID id) {
        return invitations.revoke(gallery, subject, id);
    }
}
