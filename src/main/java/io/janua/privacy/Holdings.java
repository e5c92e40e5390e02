package io.janua.privacy;

import io.janua.gallery.GalleryPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is held of how many people, why, and for how long. */
@Schema(name = "Holdings")
record Holdings(Instant generatedAt, List<InGallery> galleries, Totals totals) {

    Holdings {
        galleries = List.copyOf(galleries);
    }

    @Schema(name = "HoldingsInGallery")
    record InGallery(
            String gallery,

            @Schema(description = "The policy's purpose; absent where nobody wrote one") @Nullable
            String purpose,

            GalleryPolicy.ConsentRule consent,
            int retentionDays,
            long subjects,

            @Schema(description = "Subjects with a consent in force")
            long withConsent,

            long withoutConsent,
            long faces,

            @Schema(description = "Faces whose picture is kept")
            long pictures,

            @Schema(description = "Pictures in imports: those that wait, and refused ones that are kept for some days")
            long importPictures,

            @Schema(description = "Card numbers and PINs") long credentials,

            @Schema(description = "Templates by the model that made them")
            Map<String, Long> templates,

            @Schema(description = "When the subject that nobody has used for longest was last used; absent where empty")
            @Nullable
            Instant oldestLastUse,

            @Schema(description = "Subjects whose time is up within 30 days, or already")
            long dueWithin30Days) {

        InGallery {
            templates = Map.copyOf(templates);
        }
    }

    @Schema(name = "HoldingsTotals")
    record Totals(
            long galleries,
            long subjects,
            long withConsent,
            long withoutConsent,
            long faces,
            long pictures,
            long importPictures,
            long credentials,
            long templates,
            long dueWithin30Days) {

        static Totals of(List<InGallery> galleries) {
            return new Totals(
                    galleries.size(),
                    galleries.stream().mapToLong(InGallery::subjects).sum(),
                    galleries.stream().mapToLong(InGallery::withConsent).sum(),
                    galleries.stream().mapToLong(InGallery::withoutConsent).sum(),
                    galleries.stream().mapToLong(InGallery::faces).sum(),
                    galleries.stream().mapToLong(InGallery::pictures).sum(),
                    galleries.stream().mapToLong(InGallery::importPictures).sum(),
                    galleries.stream().mapToLong(InGallery::credentials).sum(),
                    galleries.stream()
                            .flatMap(gallery -> gallery.templates().values().stream())
                            .mapToLong(Long::longValue)
                            .sum(),
                    galleries.stream().mapToLong(InGallery::dueWithin30Days).sum());
        }
    }
}
