package io.janua.vision;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is seen in a picture. */
@Schema(name = "Detection")
public record Detection(
        @Schema(description = "Largest first; empty when the picture shows no face")
        List<FaceDescription> faces) {

    public Detection {
        faces = List.copyOf(faces);
    }

    public static Detection of(List<Face> faces) {
        return new Detection(faces.stream().map(FaceDescription::of).toList());
    }
}
