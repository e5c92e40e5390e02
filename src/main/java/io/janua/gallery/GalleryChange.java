package io.janua.gallery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of a gallery. Its name stands in addresses and its model in every template, so they stay. */
@Schema(name = "GalleryChange")
record GalleryChange(
        @Size(max = 1000) String description, @Valid GalleryPolicy policy) {}
