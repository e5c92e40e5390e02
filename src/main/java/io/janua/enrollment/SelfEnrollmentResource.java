package io.janua.enrollment;

import io.janua.http.ImageUpload;
import io.janua.security.Operations;
import io.janua.vision.Detection;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/self-enrollment")
@Tag(name = "Self-enrolment", description = "What an invitation lets its subject do")
@SecurityRequirement(name = "invitation")
@RunOnVirtualThread
class SelfEnrollmentResource {

    private final SelfEnrollmentService enrollment;

    SelfEnrollmentResource(SelfEnrollmentService enrollment) {
        this.enrollment = enrollment;
    }

    @GET
    @PermissionsAllowed(Operations.SELF_ENROLL)
    @Operation(operationId = "getSelfEnrollment", summary = "What the invitation is about")
    public SelfEnrollmentView get() {
        return enrollment.describe();
    }

    @POST
    @Path("/consent")
    @PermissionsAllowed(Operations.SELF_ENROLL)
    @Operation(operationId = "giveOwnConsent", summary = "Agree to the gallery's consent text")
    @APIResponse(responseCode = "204", description = "Recorded")
    public void consent(@Valid @NotNull GivenConsent body) {
        enrollment.consent(body.textVersion());
    }

    @POST
    @Path("/detect")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.SELF_ENROLL)
    @Operation(
            operationId = "detectOwnFace",
            summary = "The faces of a picture, largest first, to guide whoever is before the camera; nothing is kept")
    public Detection detect(@RequestBody(ref = "Image") ImageUpload upload) {
        return enrollment.detect(upload.image());
    }

    @POST
    @Path("/challenges")
    // A request without a body has no Content-Type either.
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @PermissionsAllowed(Operations.SELF_ENROLL)
    @Operation(
            operationId = "createOwnChallenge",
            summary = "Ask for two turns of the head, which the enrolment is to show; good for two minutes and one"
                    + " enrolment")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChallengeView.class)))
    public RestResponse<ChallengeView> challenge() {
        return RestResponse.status(RestResponse.Status.CREATED, enrollment.challenge());
    }

    @POST
    @Path("/faces")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.SELF_ENROLL)
    @Operation(operationId = "enrollOwnFace", summary = "Enrol the face, which uses the invitation up")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SelfEnrolled.class)))
    public RestResponse<SelfEnrolled> enroll(
            @RestQuery @Parameter(description = "Which challenge turn1 and turn2 answer") UUID challenge,
            @RequestBody(ref = "FaceImages") ImageUpload upload) {
        Instant enrolledAt = enrollment.enroll(upload.frames(), challenge);
        return RestResponse.status(RestResponse.Status.CREATED, new SelfEnrolled(enrolledAt));
    }

    @Schema(name = "SelfEnrolled")
    record SelfEnrolled(Instant enrolledAt) {}
}
