package io.janua.access;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/galleries/{gallery}/subjects/{subject}/access")
@Tag(name = "Access of subjects", description = "Groups, cards, PINs and blocks of one subject")
@RunOnVirtualThread
class SubjectAccessResource {

    private final SubjectAccessService access;
    private final BlockService blocks;

    SubjectAccessResource(SubjectAccessService access, BlockService blocks) {
        this.access = access;
        this.blocks = blocks;
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getSubjectAccess", summary = "What decides where the subject may pass")
    public SubjectAccessView get(@RestPath String gallery, @RestPath String subject) {
        return access.get(gallery, subject);
    }

    @PUT
    @Path("/card")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "putSubjectCard", summary = "Give the subject a card, instead of any other")
    public CardView putCard(@RestPath String gallery, @RestPath String subject, @Valid @NotNull CardContent body) {
        return access.putCard(gallery, subject, body);
    }

    @DELETE
    @Path("/card")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "deleteSubjectCard", summary = "Take the card from the subject")
    public void removeCard(@RestPath String gallery, @RestPath String subject) {
        access.removeCard(gallery, subject);
    }

    @PUT
    @Path("/pin")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(
            operationId = "putSubjectPin",
            summary = "Give the subject a PIN, instead of any other; nobody can read it again")
    public PinView putPin(@RestPath String gallery, @RestPath String subject, @Valid @NotNull PinContent body) {
        return access.putPin(gallery, subject, body);
    }

    @DELETE
    @Path("/pin")
    @PermissionsAllowed(Operations.ACCESS_WRITE)
    @Operation(operationId = "deleteSubjectPin", summary = "Take the PIN from the subject, and the duress PIN with it")
    public void removePin(@RestPath String gallery, @RestPath String subject) {
        access.removePin(gallery, subject);
    }

    @PUT
    @Path("/block")
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(operationId = "putSubjectBlock", summary = "Put the subject on the block list: nothing opens any more")
    public BlockView putBlock(@RestPath String gallery, @RestPath String subject, @Valid @NotNull BlockContent body) {
        return blocks.put(gallery, subject, body);
    }

    @DELETE
    @Path("/block")
    @PermissionsAllowed(Operations.ACCESS_OPERATE)
    @Operation(operationId = "deleteSubjectBlock", summary = "Take the subject off the block list")
    public void removeBlock(@RestPath String gallery, @RestPath String subject) {
        blocks.remove(gallery, subject);
    }
}
