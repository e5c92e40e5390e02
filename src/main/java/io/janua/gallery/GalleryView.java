package io.janua.gallery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Gallery")
record GalleryView(
        String name,
        @Nullable String description,

        @Schema(description = "The embedding model to which the gallery is bound")
        String model,

        GalleryPolicy policy,

        @Schema(description = "Subjects, enrolled or not") long subjects,

        Instant createdAt) {

    static GalleryView from(Gallery gallery, long subjects) {
        return new GalleryView(
                gallery.name, gallery.description, gallery.model, gallery.policy, subjects, gallery.createdAt);
    }
}
