package io.janua.gallery;

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

@Path("/v1/galleries")
@Tag(name = "Galleries", description = "Sets of subjects that are searched together, and their rules")
@RunOnVirtualThread
class GalleryResource {

    private final GalleryService galleries;
    private final GalleryDeletion deletion;

    GalleryResource(GalleryService galleries, GalleryDeletion deletion) {
        this.galleries = galleries;
        this.deletion = deletion;
    }

    @POST
    @PermissionsAllowed(Operations.GALLERIES_WRITE)
    @Operation(operationId = "createGallery", summary = "Create a gallery")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GalleryView.class)))
    public RestResponse<GalleryView> create(@Valid @NotNull NewGallery body) {
        GalleryView created = galleries.create(body);
        return RestResponse.ResponseBuilder.<GalleryView>created(URI.create("/v1/galleries/" + created.name()))
                .entity(created)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.GALLERIES_READ)
    @Operation(operationId = "listGalleries", summary = "The galleries by name")
    public Page<GalleryView> list(@Valid @BeanParam PageQuery page) {
        return galleries.list(page);
    }

    @GET
    @Path("/{gallery}")
    @PermissionsAllowed(Operations.GALLERIES_READ)
    @Operation(operationId = "getGallery", summary = "One gallery")
    public GalleryView get(@RestPath String gallery) {
        return galleries.get(gallery);
    }

    @PATCH
    @Path("/{gallery}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @PermissionsAllowed(Operations.GALLERIES_WRITE)
    @Operation(operationId = "changeGallery", summary = "Change description or policy (JSON Merge Patch)")
    public GalleryView change(
            @RestPath String gallery,
            @RequestBody(content = @Content(schema = @Schema(implementation = GalleryChange.class))) JsonNode patch) {
        return galleries.change(gallery, patch);
    }

    @DELETE
    @Path("/{gallery}")
    @PermissionsAllowed(Operations.GALLERIES_WRITE)
    @Operation(
            operationId = "deleteGallery",
            summary = "Delete a gallery, after erasing everybody in it",
            description = "Each subject's erasure leaves a receipt in the audit log. With many subjects it takes"
                    + " minutes; a call that was cut off can be repeated, and goes on.")
    public void delete(@RestPath String gallery) {
        deletion.delete(gallery);
    }
}
