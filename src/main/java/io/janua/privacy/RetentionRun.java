package io.janua.privacy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the retention clock found and did. */
@Schema(name = "RetentionRun")
record RetentionRun(
        @Schema(description = "Whether subjects were only counted")
        boolean dryRun,

        List<InGallery> galleries,

        @Schema(description = "Galleries that the run did not come to before it had to end")
        List<String> notReached) {

    RetentionRun {
        galleries = List.copyOf(galleries);
        notReached = List.copyOf(notReached);
    }

    @Schema(name = "RetentionRunInGallery")
    record InGallery(
            String gallery,
            int retentionDays,

            @Schema(description = "Subjects whose time was up when the run began")
            long due,

            long erased,

            @Schema(description = "Subjects that could not be erased; the service's log says more")
            long failed) {}

    long erased() {
        return galleries.stream().mapToLong(InGallery::erased).sum();
    }

    long failed() {
        return galleries.stream().mapToLong(InGallery::failed).sum();
    }
}
