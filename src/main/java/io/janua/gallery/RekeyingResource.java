package io.janua.gallery;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/rekeyings")
@Tag(name = "Secrets", description = "The keys under which a tenant's templates and pictures lie in the database")
@PermissionsAllowed(Operations.KEYS_ROTATE)
@RunOnVirtualThread
class RekeyingResource {

    private final RekeyingService rekeyings;

    RekeyingResource(RekeyingService rekeyings) {
        this.rekeyings = rekeyings;
    }

    @POST
    @Operation(
            operationId = "startRekeying",
            summary = "Exchange the tenant's secrets; goes on in the background while the service serves")
    @APIResponse(
            responseCode = "202",
            description = "Begun",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RekeyingView.class)))
    public RestResponse<RekeyingView> start() {
        RekeyingView started = rekeyings.start();
        return RestResponse.ResponseBuilder.<RekeyingView>accepted(started)
                .location(URI.create("/v1/rekeyings/" + started.id()))
                .build();
    }

    @GET
    @Operation(operationId = "listRekeyings", summary = "Re-keyings, newest first")
    public Page<RekeyingView> list(@Valid @BeanParam PageQuery page) {
        return rekeyings.list(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRekeying", summary = "How far a re-keying is")
    public RekeyingView get(@RestPath UUID id) {
        return rekeyings.get(id);
    }
}
