package io.janua.recognition;

import io.janua.http.ImageUpload;
import io.janua.security.Operations;
import io.janua.vision.Detection;
import io.janua.vision.FaceRecognizer;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/detect")
@Tag(name = "Recognition", description = "Faces in pictures, and whose they are")
@RunOnVirtualThread
class DetectResource {

    private final FaceRecognizer recognizer;

    DetectResource(FaceRecognizer recognizer) {
        this.recognizer = recognizer;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.DETECT)
    @Operation(
            operationId = "detect",
            summary = "The faces of a picture, largest first, with landmarks, pose, quality and liveness")
    public Detection detect(
            @RestQuery
                    @Parameter(
                            description = "Whether presentation attack detection runs; a camera's preview does without."
                                    + " It does where this is left out and the running models can")
                    @Nullable
                    Boolean liveness,
            @RequestBody(ref = "Image") ImageUpload upload) {
        byte[] image = upload.image();
        return Detection.of(liveness == null ? recognizer.detect(image) : recognizer.detect(image, liveness));
    }
}
