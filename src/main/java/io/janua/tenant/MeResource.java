package io.janua.tenant;

import io.janua.security.Caller;
import io.janua.security.Operations;
import io.janua.vision.model.PackDescription;
import io.janua.vision.model.RunningPack;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whoever has good credentials may ask what they are good for, also when that is nothing. */
@Path("/v1/me")
@Tag(name = "Callers", description = "Who asks, and what they may do")
@PermissionsAllowed(Operations.ME)
@RunOnVirtualThread
class MeResource {

    private final Caller caller;
    private final CurrentTenant current;
    private final TenantRepository tenants;
    private final RunningPack running;

    MeResource(Caller caller, CurrentTenant current, TenantRepository tenants, RunningPack running) {
        this.caller = caller;
        this.current = current;
        this.tenants = tenants;
        this.running = running;
    }

    @GET
    @Transactional
    @Operation(operationId = "getMe", summary = "Whose credentials these are, and what they permit")
    public MeView get() {
        Tenant tenant = tenants.findById(current.id());
        return new MeView(
                tenant.id,
                tenant.name,
                caller.actor(),
                caller.actorName().orElse(null),
                caller.operations(),
                caller.galleries().orElse(null),
                PackDescription.of(running));
    }

    @Schema(name = "Me")
    record MeView(
            @Schema(description = "The tenant's id") String tenant,

            String tenantName,

            @Schema(
                    description = "As in the audit log: 'user:' or 'api-key:' and an id",
                    examples = "user:1f0c7b9e-2f57-4d5e-9f0a-5c1f3f1f8a11")
            String actor,

            @Schema(description = "A name for people to read; absent when the credentials have none") @Nullable
            String name,

            @Schema(description = "What is permitted, in alphabetical order")
            List<String> operations,

            @Schema(description = "The only galleries that may be touched; absent when all") @Nullable
            List<String> galleries,

            @Schema(description = "The models that work on the caller's pictures")
            PackDescription pack) {}
}
