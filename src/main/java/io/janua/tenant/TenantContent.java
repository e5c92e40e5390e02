package io.janua.tenant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a tenant may change. */
@Schema(name = "TenantContent")
record TenantContent(
        @NotBlank @Size(max = 200) String name,

        @Schema(
                description = "How many requests a minute all its callers have together; null for the default",
                nullable = true)
        @Min(1)
        @Max(MAX_REQUESTS)
        Integer requestsPerMinute) {

    static final int MAX_REQUESTS = 10_000_000;
}
