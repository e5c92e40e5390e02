package io.janua.enrollment.imports;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/imports")
@Tag(name = "Imports", description = "Many people at once, from an archive of their pictures")
@RunOnVirtualThread
class GalleryImportsResource {

    private static final String ZIP = "application/zip";

    private final ImportReception reception;

    GalleryImportsResource(ImportReception reception) {
        this.reception = reception;
    }

    @POST
    @Consumes({ZIP, "application/x-zip-compressed", MediaType.APPLICATION_OCTET_STREAM})
    @PermissionsAllowed(
            value = {Operations.ENROLL, Operations.SUBJECTS_WRITE},
            inclusive = true)
    @Operation(
            operationId = "startImport",
            summary = "Enrol many people from a ZIP archive, in the background",
            description = "A folder for each subject, named by the subject's id; or a file subjects.csv at the root of"
                    + " the archive. The answer comes when the whole archive has been received.")
    @APIResponse(
            responseCode = "202",
            description = "Received, and begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> start(
            @RestPath String gallery,
            @Valid @BeanParam ImportRequest request,
            @RequestBody(
                            description = "The archive",
                            content =
                                    @Content(
                                            mediaType = ZIP,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    InputStream archive) {
        ImportView started = reception.receive(gallery, request, archive);
        return RestResponse.ResponseBuilder.<ImportView>accepted(started)
                .location(URI.create("/v1/imports/" + started.id()))
                .build();
    }
}
