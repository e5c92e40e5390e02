package io.janua.gallery;

import io.janua.vision.FaceDescription;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An enrolled face as the API shows it. */
@Schema(name = "EnrolledFace")
public record SampleView(
        UUID id,

        @Schema(description = "The subject's id") String subject,

        FaceDescription face,

        @Schema(description = "Whether …/image shows its picture")
        boolean hasImage,

        Instant createdAt) {

    static SampleView from(Sample sample, String subject) {
        return new SampleView(sample.id, subject, sample.description, sample.hasImage, sample.createdAt);
    }
}
