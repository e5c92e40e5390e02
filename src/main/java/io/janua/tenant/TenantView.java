package io.janua.tenant;

import io.janua.security.ApiKeyView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant as the API shows it. */
@Schema(name = "Tenant")
record TenantView(
        String id,
        String name,
        @Nullable Integer requestsPerMinute,
        Instant createdAt,

        @Schema(description = "The key of its first administrator, only in the answer that creates the tenant")
        @Nullable
        ApiKeyView firstKey) {

    static TenantView from(Tenant tenant) {
        return withKey(tenant, null);
    }

    static TenantView withKey(Tenant tenant, ApiKeyView firstKey) {
        return new TenantView(tenant.id, tenant.name, tenant.requestsPerMinute, tenant.createdAt, firstKey);
    }
}
