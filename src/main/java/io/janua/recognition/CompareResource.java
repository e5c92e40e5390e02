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

@Path("/v1/compare")
@Tag(name = "Recognition")
@RunOnVirtualThread
class CompareResource {

    private final CompareService compare;

    CompareResource(CompareService compare) {
        this.compare = compare;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Operations.COMPARE)
    @Operation(
            operationId = "compare",
            summary = "Do two pictures show the same person? Of each the largest face counts")
    public VerificationView compare(
            @RequestBody(ref = "TwoImages") ImageUpload upload, @Valid @BeanParam FmrQuery target) {
        return compare.compare(upload.pair(), target);
    }
}
