package io.janua.access.decision;

import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/access/board")
@Tag(name = "Access decisions")
@RunOnVirtualThread
class BoardResource {

    private final BoardService board;

    BoardResource(BoardService board) {
        this.board = board;
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getAccessBoard", summary = "What goes on at the access points at this moment")
    public BoardView board(@RestQuery @Parameter(description = "Only those of this gallery") String gallery) {
        return board.show(Optional.ofNullable(gallery));
    }
}
