package io.janua.enrollment;

import io.janua.gallery.Galleries;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/challenges")
@Tag(name = "Faces")
@RunOnVirtualThread
class ChallengeResource {

    private final Galleries galleries;
    private final Challenges challenges;

    ChallengeResource(Galleries galleries, Challenges challenges) {
        this.galleries = galleries;
        this.challenges = challenges;
    }

    @POST
    // A request without a body has no Content-Type either.
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(
            operationId = "createChallenge",
            summary = "Ask for two turns of the head, which the next enrolment is to show; good for two minutes and one"
                    + " enrolment")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChallengeView.class)))
    public RestResponse<ChallengeView> create(@RestPath String gallery) {
        return RestResponse.status(
                RestResponse.Status.CREATED, challenges.issue(galleries.open(gallery), Optional.empty()));
    }
}
