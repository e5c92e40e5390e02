package io.janua.hook;

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
import java.util.UUID;
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

@Path("/v1/hooks")
@Tag(name = "Hooks", description = "Who is told of what happens: webhooks, brokers, relays")
@PermissionsAllowed(Operations.HOOKS)
@RunOnVirtualThread
class HookResource {

    private final HookService hooks;
    private final HookSecretService secrets;
    private final DeliveryService deliveries;

    HookResource(HookService hooks, HookSecretService secrets, DeliveryService deliveries) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.deliveries = deliveries;
    }

    @POST
    @Operation(
            operationId = "createHook",
            summary = "Create a hook; a webhook's secret is shown in this answer only",
            description = "It is told of what happens from now on, at least once, and in order for each access point."
                    + " Relays (shelly, 2n, http, onvif) are told of 'access.granted' alone, and never after a grant's"
                    + " 'expiresAt'.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = HookView.class)))
    public RestResponse<HookView> create(@Valid @NotNull HookContent body) {
        HookView created = hooks.create(body);
        return RestResponse.ResponseBuilder.<HookView>created(URI.create("/v1/hooks/" + created.name()))
                .entity(created)
                .build();
    }

    @GET
    @Operation(operationId = "listHooks", summary = "The hooks, by name")
    public Page<HookView> list(@Valid @BeanParam PageQuery page) {
        return hooks.list(page);
    }

    @GET
    @Path("/{hook}")
    @Operation(operationId = "getHook", summary = "One hook, without its passwords")
    public HookView get(@RestPath String hook) {
        return hooks.get(hook);
    }

    @PATCH
    @Path("/{hook}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "changeHook",
            summary = "Change a hook (JSON Merge Patch)",
            description = "Passwords and headers that are left out stay, unless the address is another one. A hook that"
                    + " is enabled again is told of what happens from then on.")
    public HookView change(
            @RestPath String hook,
            @RequestBody(content = @Content(schema = @Schema(implementation = HookContent.class))) JsonNode patch) {
        return hooks.change(hook, patch);
    }

    @DELETE
    @Path("/{hook}")
    @Operation(operationId = "deleteHook", summary = "Delete a hook with its deliveries")
    public void delete(@RestPath String hook) {
        hooks.delete(hook);
    }

    @POST
    @Path("/{hook}/secrets")
    @Operation(
            operationId = "createHookSecret",
            summary = "Sign with one more secret",
            description = "Webhooks are signed with all of them, so receivers can change from one to the next.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HookSecretView.class)))
    public RestResponse<HookSecretView> createSecret(@RestPath String hook, @Valid @NotNull NewHookSecret body) {
        return RestResponse.status(RestResponse.Status.CREATED, secrets.create(hook, body.kind()));
    }

    @DELETE
    @Path("/{hook}/secrets/{id}")
    @Operation(operationId = "deleteHookSecret", summary = "Sign with it no longer")
    public void deleteSecret(@RestPath String hook, @RestPath UUID id) {
        secrets.delete(hook, id);
    }

    @POST
    @Path("/{hook}/tests")
    // Said aloud, so that a request may come without a body and its type.
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "testHook",
            summary = "Tell a hook of 'hook.test' now, and wait for what comes of it",
            description = "A disabled hook is told too. A test is not repeated.")
    public DeliveryView test(@RestPath String hook) {
        return deliveries.test(hook);
    }

    @GET
    @Path("/{hook}/deliveries")
    @Operation(operationId = "listDeliveries", summary = "What a hook was told of, newest first")
    public Page<DeliveryView> deliveries(
            @RestPath String hook,
            @RestQuery @Parameter(description = "Only those in this state") DeliveryState state,
            @Valid @BeanParam PageQuery page) {
        return deliveries.list(hook, state, page);
    }

    @GET
    @Path("/{hook}/deliveries/{id}")
    @Operation(operationId = "getDelivery", summary = "One delivery, with request and answer")
    public DeliveryView delivery(@RestPath String hook, @RestPath UUID id) {
        return deliveries.get(hook, id);
    }

    @POST
    @Path("/{hook}/deliveries/{id}/replays")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "replayDelivery",
            summary = "Send a delivery again, under the same id",
            description = "It goes out at once and out of order. A grant whose time is over stays so.")
    public DeliveryView replay(@RestPath String hook, @RestPath UUID id) {
        return deliveries.replay(hook, id);
    }
}
