package io.janua.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.http.Page;
import io.janua.http.PageQuery;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/api-keys")
@Tag(name = "API keys", description = "Credentials of devices and services")
@PermissionsAllowed(Operations.API_KEYS)
@RunOnVirtualThread
class ApiKeyResource {

    private final ApiKeyService keys;

    ApiKeyResource(ApiKeyService keys) {
        this.keys = keys;
    }

    @POST
    @Operation(operationId = "createApiKey", summary = "Create a key; its secret is shown in this answer only")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiKeyView.class)))
    public RestResponse<ApiKeyView> create(@Valid @NotNull NewApiKey body) {
        ApiKeyView created = keys.create(body);
        return RestResponse.ResponseBuilder.<ApiKeyView>created(URI.create("/v1/api-keys/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "The keys, oldest first, revoked ones too")
    public Page<ApiKeyView> list(@Valid @BeanParam PageQuery page) {
        return keys.list(page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getApiKey", summary = "One key, without its secret")
    public ApiKeyView get(@RestPath UUID id) {
        return keys.get(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(operationId = "changeApiKey", summary = "Change a key (JSON Merge Patch); what it permits stays")
    public ApiKeyView change(
            @RestPath UUID id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ApiKeyContent.class))) JsonNode patch) {
        return keys.change(id, patch);
    }

    @POST
    @Path("/{id}/rotations")
    // Said aloud, so that a request may come without a body and its type.
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Give a key a new secret, shown in this answer only; the old one stays good for a while")
    public ApiKeyView rotate(@RestPath UUID id, @Valid ApiKeyRotation body) {
        return keys.rotate(id, body == null ? ApiKeyRotation.USUAL : body);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke a key with both its secrets, in force with the next request")
    public ApiKeyView revoke(@RestPath UUID id) {
        return keys.revoke(id);
    }
}
