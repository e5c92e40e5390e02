package io.janua.privacy;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/subjects/{subject}/export")
@Tag(name = "Privacy")
@RunOnVirtualThread
class SubjectExportResource {

    private static final String ZIP = "application/zip";

    private final SubjectExport exports;

    SubjectExportResource(SubjectExport exports) {
        this.exports = exports;
    }

    @GET
    @Produces(ZIP)
    // Pictures are part of it: an export that left them out in silence would be a wrong answer.
    @PermissionsAllowed(
            value = {Operations.PRIVACY_READ, Operations.FACES_READ},
            inclusive = true)
    @Operation(operationId = "exportSubject", summary = "All that is held of the subject, as a ZIP archive")
    @APIResponse(
            responseCode = "200",
            description = "The archive; its README.txt says what is in it",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> export(@RestPath String gallery, @RestPath String subject) {
        var begun = exports.begin(gallery, subject);
        StreamingOutput archive = out -> exports.write(begun, out);
        return RestResponse.ResponseBuilder.ok(archive)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"subject-access-export.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
