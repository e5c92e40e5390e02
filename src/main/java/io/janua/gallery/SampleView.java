package io.janua.gallery;

import io.janua.vision.FaceDescription;
import java.time.Instant;
import java.util.List;
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

        @Schema(description = "The models whose templates of it are kept: those by which it can be recognised")
        List<String> models,

        Instant createdAt) {

    /** @param models of its templates */
    static SampleView from(Sample sample, String subject, List<String> models) {
        return new SampleView(sample.id, subject, sample.description, sample.hasImage, models, sample.createdAt);
    }
}
