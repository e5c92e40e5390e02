package io.janua.access;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/access/blocks")
@Tag(name = "Access of subjects")
@RunOnVirtualThread
class BlockResource {

    private final BlockService blocks;

    BlockResource(BlockService blocks) {
        this.blocks = blocks;
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listAccessBlocks", summary = "The block list: subjects for whom nothing opens")
    public Page<BlockedSubjectView> list(
            @RestQuery @Parameter(description = "Only those of this gallery") String gallery,
            @Valid @BeanParam PageQuery page) {
        return blocks.list(Optional.ofNullable(gallery), page);
    }
}
