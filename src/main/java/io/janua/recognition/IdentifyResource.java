package io.janua.recognition;

import io.janua.http.ImageUpload;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/galleries/{gallery}/identify")
@Tag(name = "Recognition")
@RunOnVirtualThread
class IdentifyResource {

    private final IdentifyService identify;

    IdentifyResource(IdentifyService identify) {
        this.identify = identify;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.IDENTIFY)
    @Operation(operationId = "identify", summary = "Who of the enrolled is this? (1:N)")
    public IdentificationView identify(
            @RestPath String gallery,
            @Valid @BeanParam IdentifyQuery query,
            @RequestBody(ref = "Image") ImageUpload upload) {
        return identify.identify(gallery, upload.image(), query);
    }
}
