package io.janua.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.ApiKeyView;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

@Path("/v1/tenants")
@Tag(name = "Tenants", description = "Organisations that share the service and see nothing of each other")
@PermissionsAllowed(Operations.TENANTS)
@RunOnVirtualThread
class TenantResource {

    private final TenantService tenants;

    TenantResource(TenantService tenants) {
        this.tenants = tenants;
    }

    @POST
    @Operation(operationId = "createTenant", summary = "Make a tenant, and the key with which its administrator begins")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TenantView.class)))
    public RestResponse<TenantView> create(@Valid @NotNull NewTenant body) {
        TenantView created = tenants.create(body);
        return RestResponse.ResponseBuilder.<TenantView>created(URI.create("/v1/tenants/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @Operation(operationId = "listTenants", summary = "The tenants by id")
    public Page<TenantView> list(@Valid @BeanParam PageQuery page) {
        return tenants.list(page);
    }

    @GET
    @Path("/{tenant}")
    @Operation(operationId = "getTenant", summary = "One tenant")
    public TenantView get(@RestPath String tenant) {
        return tenants.get(tenant);
    }

    @PATCH
    @Path("/{tenant}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "changeTenant", summary = "Change a tenant's name or limit")
    public TenantView change(
            @RestPath String tenant,
            @RequestBody(content = @Content(schema = @Schema(implementation = TenantContent.class))) JsonNode patch) {
        return tenants.change(tenant, patch);
    }

    @POST
    @Path("/{tenant}/api-keys")
    @Operation(
            operationId = "createTenantKey",
            summary = "Another administrator's key for a tenant that has lost its own; shown in this answer only")
    public ApiKeyView createKey(@RestPath String tenant) {
        return tenants.createKey(tenant);
    }
}
