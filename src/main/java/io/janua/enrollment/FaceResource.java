package io.janua.enrollment;

import io.janua.gallery.Galleries;
import io.janua.gallery.SampleView;
import io.janua.gallery.Samples;
import io.janua.http.ImageUpload;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/subjects/{subject}/faces")
@Tag(name = "Faces", description = "Enrolled faces of a subject")
@RunOnVirtualThread
class FaceResource {

    private final EnrollmentService enrollment;
    private final Galleries galleries;
    private final Samples samples;

    FaceResource(EnrollmentService enrollment, Galleries galleries, Samples samples) {
        this.enrollment = enrollment;
        this.galleries = galleries;
        this.samples = samples;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(operationId = "enrollFace", summary = "Enrol a face of the subject")
    @APIResponse(
            responseCode = "201",
            description = "Enrolled",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrollmentView.class)))
    public RestResponse<EnrollmentView> enroll(
            @RestPath String gallery,
            @RestPath String subject,
            @RestHeader("Idempotency-Key")
                    @Size(min = 1, max = 128)
                    @Parameter(description = "Your name for this enrolment: repeating it does not enrol twice")
                    String idempotencyKey,
            @RestQuery @Parameter(description = "Which challenge turn1 and turn2 answer") UUID challenge,
            @RestQuery
                    @Size(max = EnrollmentService.MAX_DISTINCT)
                    @Parameter(
                            description = "Ids of subjects whom a person has compared and found to be somebody else:"
                                    + " they are not taken for duplicates; needs the operation subjects.write"
                                    + " too")
                    List<String> distinctFrom,
            @RequestBody(ref = "FaceImages") ImageUpload upload) {
        var frames = upload.frames();
        var request = new EnrollmentRequest(
                frames.image(),
                frames.turns(),
                Optional.ofNullable(challenge),
                Set.copyOf(distinctFrom),
                Optional.ofNullable(idempotencyKey));
        EnrollmentView enrolled = enrollment.enroll(gallery, subject, request);
        URI location = UriBuilder.fromPath("/v1/galleries/{gallery}/subjects/{subject}/faces/{face}")
                .build(gallery, subject, enrolled.id());
        return RestResponse.ResponseBuilder.<EnrollmentView>created(location)
                .entity(enrolled)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(operationId = "listFaces", summary = "The enrolled faces of the subject, oldest first")
    public Page<SampleView> list(@RestPath String gallery, @RestPath String subject, @Valid @BeanParam PageQuery page) {
        return samples.list(galleries.open(gallery), subject, page);
    }

    @GET
    @Path("/{face}")
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(operationId = "getFace", summary = "One enrolled face")
    public SampleView get(@RestPath String gallery, @RestPath String subject, @RestPath UUID face) {
        return samples.get(galleries.open(gallery), subject, face);
    }

    @GET
    @Path("/{face}/image")
    @Produces("image/jpeg")
    @PermissionsAllowed(Operations.FACES_READ)
    @Operation(operationId = "getFaceImage", summary = "The picture of an enrolled face, where the policy keeps it")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> image(@RestPath String gallery, @RestPath String subject, @RestPath UUID face) {
        return RestResponse.ResponseBuilder.ok(samples.image(galleries.open(gallery), subject, face))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @DELETE
    @Path("/{face}")
    @PermissionsAllowed(Operations.SUBJECTS_WRITE)
    @Operation(operationId = "deleteFace", summary = "Remove an enrolled face")
    public void delete(@RestPath String gallery, @RestPath String subject, @RestPath UUID face) {
        samples.delete(galleries.open(gallery), subject, face);
    }
}
