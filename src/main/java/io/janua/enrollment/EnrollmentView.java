package io.janua.enrollment;

import io.janua.gallery.Candidate;
import io.janua.gallery.SampleView;
import io.janua.gallery.Samples;
import io.janua.vision.FaceDescription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An enrolled face, and who else has it. */
@Schema(name = "Enrollment")
record EnrollmentView(
        UUID id,

        @Schema(description = "The subject's id") String subject,

        FaceDescription face,

        @Schema(description = "Whether …/image shows its picture")
        boolean hasImage,

        Instant createdAt,

        @Schema(description = "Other subjects of the gallery with this face; only where the policy checks for them")
        List<Duplicate> duplicates) {

    @Schema(name = "Duplicate")
    record Duplicate(
            @Schema(description = "The other subject's id") String subject,
            @Nullable String name,

            @Schema(description = "Cosine similarity, -1 to 1")
            double score) {

        static Duplicate of(Candidate candidate) {
            return new Duplicate(candidate.subject(), candidate.name(), candidate.score());
        }
    }

    static EnrollmentView of(Samples.Added added) {
        SampleView sample = added.sample();
        return new EnrollmentView(
                sample.id(),
                sample.subject(),
                sample.face(),
                sample.hasImage(),
                sample.createdAt(),
                added.others().stream().map(Duplicate::of).toList());
    }
}
