package io.janua.access;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom a group shall have too. */
@Schema(name = "NewGroupMembers")
record NewMembers(
        @Schema(description = "Ids of subjects of the group's gallery") @NotEmpty @Size(max = 500)
        List<@NotNull @Size(max = 128) String> subjects) {}
