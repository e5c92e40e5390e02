package io.janua.tenant;

import io.janua.security.TenantIds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation to be served. */
@Schema(name = "NewTenant")
record NewTenant(
        @Schema(description = "Stands in tokens and in the audit log, and never changes", examples = "acme")
        @NotNull
        @Pattern(
                regexp = TenantIds.FORM,
                message = "has 1 to 63 lower-case letters, digits and hyphens, and begins with no hyphen")
        String id,

        @NotBlank @Size(max = 200) String name,

        @Schema(description = "How many requests a minute all its callers have together; leave out for the default")
        @Min(1)
        @Max(TenantContent.MAX_REQUESTS)
        Integer requestsPerMinute) {}
