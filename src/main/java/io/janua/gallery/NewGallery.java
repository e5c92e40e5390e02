package io.janua.gallery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A gallery to be created. */
@Schema(name = "NewGallery")
record NewGallery(
        @Schema(description = "Lower-case letters, digits and hyphens", examples = "staff")
        @NotNull
        @Pattern(
                regexp = "[a-z0-9][a-z0-9-]{0,62}",
                message = "must be 1 to 63 lower-case letters, digits or hyphens, and not begin with a hyphen")
        String name,

        @Size(max = 1000) String description,

        @Schema(description = "Embedding model; the running one when left out", examples = "mobilefacenet-arcface-128")
        String model,

        @Valid GalleryPolicy policy) {}
