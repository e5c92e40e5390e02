package io.janua.recognition;

import io.janua.http.ImageUpload;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/galleries/{gallery}/verify")
@Tag(name = "Recognition")
@RunOnVirtualThread
class VerifyResource {

    private final VerifyService verify;

    VerifyResource(VerifyService verify) {
        this.verify = verify;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.VERIFY)
    @Operation(operationId = "verify", summary = "Is this the person they claim to be? (1:1)")
    public VerificationView verify(
            @RestPath String gallery,
            @RestQuery @NotBlank @Parameter(description = "The claimed subject's id", required = true) String subject,
            @Valid @BeanParam FmrQuery target,
            @RequestBody(ref = "Image") ImageUpload upload) {
        return verify.verify(gallery, subject, upload.image(), target);
    }
}
