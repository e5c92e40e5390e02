package io.janua.recognition;

import io.janua.http.ImageUpload;
import io.janua.security.Operations;
import io.janua.vision.FaceDescription;
import io.janua.vision.FaceRecognizer;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    public DetectView detect(@RequestBody(ref = "Image") ImageUpload upload) {
        var faces = recognizer.detect(upload.image());
        return new DetectView(faces.stream().map(FaceDescription::of).toList());
    }

    @Schema(name = "Detection")
    record DetectView(
            @Schema(description = "Empty when the picture shows no face")
            List<FaceDescription> faces) {}
}
