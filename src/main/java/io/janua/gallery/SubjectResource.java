package io.janua.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/subjects")
@Tag(name = "Subjects", description = "People of a gallery, under the caller's own ids")
@RunOnVirtualThread
class SubjectResource {

    private final SubjectService subjects;

    SubjectResource(SubjectService subjects) {
        this.subjects = subjects;
    }

    @GET
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(operationId = "listSubjects", summary = "The subjects of a gallery, by id")
    public Page<SubjectView> list(
            @RestPath String gallery, @Valid @BeanParam SubjectFilter filter, @Valid @BeanParam PageQuery page) {
        return subjects.list(gallery, filter, page);
    }

    @PUT
    @Path("/{subject}")
    @PermissionsAllowed(Operations.SUBJECTS_WRITE)
    @Operation(operationId = "putSubject", summary = "Create a subject, or replace what is said of it; its faces stay")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubjectView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubjectView.class)))
    public RestResponse<SubjectView> put(
            @RestPath String gallery,
            @RestPath String subject,
            @RestHeader(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "'*' refuses to replace a subject that exists")
                    String ifNoneMatch,
            @Valid @NotNull SubjectContent body) {
        var put = subjects.put(gallery, subject, body, "*".equals(ifNoneMatch));
        return RestResponse.status(put.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, put.subject());
    }

    @GET
    @Path("/{subject}")
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(operationId = "getSubject", summary = "One subject")
    public SubjectView get(@RestPath String gallery, @RestPath String subject) {
        return subjects.get(gallery, subject);
    }

    @PATCH
    @Path("/{subject}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(Operations.SUBJECTS_WRITE)
    @Operation(operationId = "changeSubject", summary = "Change a subject (JSON Merge Patch)")
    public SubjectView change(
            @RestPath String gallery,
            @RestPath String subject,
            @RequestBody(content = @Content(schema = @Schema(implementation = SubjectContent.class))) JsonNode patch) {
        return subjects.change(gallery, subject, patch);
    }

    @DELETE
    @Path("/{subject}")
    @PermissionsAllowed(Operations.SUBJECTS_WRITE)
    @Operation(
            operationId = "eraseSubject",
            summary = "Erase a subject with everything that is held of it; the answer is a signed receipt")
    public Receipt erase(@RestPath String gallery, @RestPath String subject) {
        return subjects.erase(gallery, subject);
    }
}
