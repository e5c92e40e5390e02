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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/access/rules")
@Tag(name = "Access rules", description = "Who may pass where and when; what no rule permits is denied")
@RunOnVirtualThread
class RuleResource {

    private final RuleService rules;

    RuleResource(RuleService rules) {
        this.rules = rules;
    }

    @POST
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "createAccessRule", summary = "Create a rule")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleView.class)))
    public RestResponse<RuleView> create(@Valid @NotNull NewRule body) {
        RuleView created = rules.create(body);
        return RestResponse.ResponseBuilder.<RuleView>created(URI.create("/v1/access/rules/" + created.name()))
                .entity(created)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listAccessRules", summary = "The rules by name")
    public Page<RuleView> list(@Valid @BeanParam RuleFilter filter, @Valid @BeanParam PageQuery page) {
        return rules.list(filter, page);
    }

    @GET
    @Path("/{rule}")
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getAccessRule", summary = "One rule")
    public RuleView get(@RestPath String rule) {
        return rules.get(rule);
    }

    @PATCH
    @Path("/{rule}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "changeAccessRule", summary = "Change a rule (JSON Merge Patch)")
    public RuleView change(
            @RestPath String rule,
            @RequestBody(content = @Content(schema = @Schema(implementation = RuleContent.class))) JsonNode patch) {
        return rules.change(rule, patch);
    }

    @DELETE
    @Path("/{rule}")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "deleteAccessRule", summary = "Delete a rule")
    public void delete(@RestPath String rule) {
        rules.delete(rule);
    }
}
