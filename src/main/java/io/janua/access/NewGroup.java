package io.janua.access;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group to be created. */
@Schema(name = "NewAccessGroup")
record NewGroup(
        @Schema(description = "Lower-case letters, digits and hyphens", examples = "night-shift")
        @NotNull
        @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE)
        String name,

        @Size(max = 1000) String description,

        @Schema(description = "Whose subjects can be in it; it never changes", examples = "staff") @NotNull
        String gallery) {}
