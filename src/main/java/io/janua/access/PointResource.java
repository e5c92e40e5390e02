package io.janua.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/access/points")
@Tag(
        name = "Access points",
        description = "Doors, turnstiles and kiosks: whose faces are known there, and how strict they are")
@RunOnVirtualThread
class PointResource {

    private final PointService points;
    private final ModeService modes;

    PointResource(PointService points, ModeService modes) {
        this.points = points;
        this.modes = modes;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "createAccessPoint", summary = "Create an access point")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccessPointView.class)))
    public RestResponse<AccessPointView> create(@Valid @NotNull NewPoint body) {
        AccessPointView created = points.create(body);
        return RestResponse.ResponseBuilder.<AccessPointView>created(URI.create("/v1/access/points/" + created.name()))
                .entity(created)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listAccessPoints", summary = "The access points by name")
    public Page<AccessPointView> list(
            @RestQuery @Parameter(description = "Only those of this gallery") String gallery,
            @Valid @BeanParam PageQuery page) {
        return points.list(Optional.ofNullable(gallery), page);
    }

    @GET
    @Path("/{point}")
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getAccessPoint", summary = "One access point")
    public AccessPointView get(@RestPath String point) {
        return points.get(point);
    }

    @PATCH
    @Path("/{point}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "changeAccessPoint", summary = "Change an access point (JSON Merge Patch)")
    public AccessPointView change(
            @RestPath String point,
            @RequestBody(content = @Content(schema = @Schema(implementation = PointContent.class))) JsonNode patch) {
        return points.change(point, patch);
    }

    @DELETE
    @Path("/{point}")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(
            operationId = "deleteAccessPoint",
            summary = "Delete an access point",
            description = "It goes out of the rules that name it too; one that names no other point stays, and permits"
                    + " nothing.")
    public void delete(@RestPath String point) {
        points.delete(point);
    }

    @POST
    @Path("/{point}/mode")
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(operationId = "setAccessPointMode", summary = "Lock an access point down, release it, or end that")
    public AccessPointView mode(@RestPath String point, @Valid @NotNull ModeChange body) {
        return modes.change(point, body);
    }
}
