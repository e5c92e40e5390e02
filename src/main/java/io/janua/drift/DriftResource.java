package io.janua.drift;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/galleries/{gallery}/drift")
@Tag(name = "Models")
@RunOnVirtualThread
class DriftResource {

    private final DriftService drift;

    DriftResource(DriftService drift) {
        this.drift = drift;
    }

    @GET
    @PermissionsAllowed(Operations.DRIFT_READ)
    @Operation(
            operationId = "getDrift",
            summary = "How a gallery's scores, quality and failures were, and whether that is as it should be",
            description =
                    "Counts by bins of days that are over, without names. Of a measure of which fewer than 20 were"
                            + " counted on a day, that day is left out.")
    public DriftView show(
            @RestPath String gallery,
            @RestQuery @Parameter(description = "First day, UTC; when left out, as many days are shown as are compared")
                    LocalDate from,
            @RestQuery @Parameter(description = "Last day, UTC; the last one that is over when left out")
                    LocalDate to) {
        return drift.show(gallery, from, to);
    }

    @PUT
    @Path("/baseline")
    @PermissionsAllowed(Operations.GALLERIES_WRITE)
    @Operation(
            operationId = "takeDriftBaseline",
            summary = "Compare the gallery with these days from now on; answers as getDrift does for the last ones")
    public DriftView take(@RestPath String gallery, @Valid @NotNull NewBaseline body) {
        return drift.take(gallery, body);
    }
}
