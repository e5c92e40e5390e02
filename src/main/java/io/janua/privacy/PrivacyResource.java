package io.janua.privacy;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/privacy")
@Tag(name = "Privacy", description = "What is held of whom, and for how long")
@RunOnVirtualThread
class PrivacyResource {

    private final HoldingsService holdings;
    private final RetentionService retention;

    PrivacyResource(HoldingsService holdings, RetentionService retention) {
        this.holdings = holdings;
        this.retention = retention;
    }

    @GET
    @Path("/holdings")
    @PermissionsAllowed(Operations.PRIVACY_READ)
    @Operation(operationId = "getHoldings", summary = "What is held, by gallery: of how many, why, and for how long")
    public Holdings holdings() {
        return holdings.report();
    }

    @POST
    @Path("/retention-runs")
    @PermissionsAllowed(Operations.SUBJECTS_WRITE)
    @Operation(
            operationId = "runRetention",
            summary = "Erase the subjects whose retention has ended, without waiting for the night",
            description = "Stops after 30 seconds; call it again while galleries have more 'due' than 'erased'.")
    public RetentionRun runRetention(@RestQuery @Parameter(description = "Only count who is due") boolean dryRun) {
        return dryRun ? retention.dryRun() : retention.runBriefly();
    }
}
