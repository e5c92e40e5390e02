package io.janua.privacy;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
            description = "Stops after 30 seconds; call it again while galleries have more 'due' than 'erased' or are"
                    + " 'notReached'.")
    public RetentionRun runRetention(
            // As a text: of a boolean the framework would take every slip of the pen for "false", and erase.
            @RestQuery
                    @Pattern(regexp = "true|false")
                    @Parameter(
                            description = "Only count who is due",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @Context UriInfo address) {
        // "?dryRun" without a value comes as null too.
        boolean onlyCount =
                dryRun == null ? address.getQueryParameters().containsKey("dryRun") : Boolean.parseBoolean(dryRun);
        return onlyCount ? retention.dryRun() : retention.runBriefly();
    }
}
