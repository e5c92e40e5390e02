package io.janua.access;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/access/groups/{group}/members")
@Tag(name = "Access groups")
@RunOnVirtualThread
class MemberResource {

    private final MemberService members;

    MemberResource(MemberService members) {
        this.members = members;
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listGroupMembers", summary = "The members of a group, by their ids")
    public Page<MemberView> list(@RestPath String group, @Valid @BeanParam PageQuery page) {
        return members.list(group, page);
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(
            operationId = "addGroupMembers",
            summary = "Bring up to 500 subjects into a group, all of them or none",
            description = "Whoever is a member already stays one, with the same validity.")
    public AddedMembersView add(@RestPath String group, @Valid @NotNull NewMembers body) {
        return members.add(group, body);
    }

    @PUT
    @Path("/{subject}")
    // A request without a body has no Content-Type either.
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "putGroupMember", summary = "Bring a subject into a group, or say how long it is in it")
    @APIResponse(
            responseCode = "201",
            description = "Brought into the group",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was in it before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MemberView.class)))
    public RestResponse<MemberView> put(
            @RestPath String group,
            @RestPath String subject,
            @Valid @RequestBody(required = false) MemberContent body) {
        var put = members.put(group, subject, body == null ? MemberContent.ALWAYS : body);
        return RestResponse.ResponseBuilder.<MemberView>create(put.added() ? 201 : 200)
                .entity(put.member())
                .build();
    }

    @DELETE
    @Path("/{subject}")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "deleteGroupMember", summary = "Take a subject out of a group")
    public void remove(@RestPath String group, @RestPath String subject) {
        members.remove(group, subject);
    }
}
