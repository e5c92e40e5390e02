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

@Path("/v1/access/groups")
@Tag(name = "Access groups", description = "Subjects of a gallery to whom the same rules apply")
@RunOnVirtualThread
class GroupResource {

    private final GroupService groups;

    GroupResource(GroupService groups) {
        this.groups = groups;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "createAccessGroup", summary = "Create a group")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GroupView.class)))
    public RestResponse<GroupView> create(@Valid @NotNull NewGroup body) {
        GroupView created = groups.create(body);
        return RestResponse.ResponseBuilder.<GroupView>created(URI.create("/v1/access/groups/" + created.name()))
                .entity(created)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listAccessGroups", summary = "The groups by name")
    public Page<GroupView> list(
            @RestQuery @Parameter(description = "Only those of this gallery") String gallery,
            @Valid @BeanParam PageQuery page) {
        return groups.list(Optional.ofNullable(gallery), page);
    }

    @GET
    @Path("/{group}")
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getAccessGroup", summary = "One group")
    public GroupView get(@RestPath String group) {
        return groups.get(group);
    }

    @PATCH
    @Path("/{group}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "changeAccessGroup", summary = "Change a group's description (JSON Merge Patch)")
    public GroupView change(
            @RestPath String group,
            @RequestBody(content = @Content(schema = @Schema(implementation = GroupContent.class))) JsonNode patch) {
        return groups.change(group, patch);
    }

    @DELETE
    @Path("/{group}")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(
            operationId = "deleteAccessGroup",
            summary = "Delete a group that no rule names; its members stay in the gallery")
    public void delete(@RestPath String group) {
        groups.delete(group);
    }
}
