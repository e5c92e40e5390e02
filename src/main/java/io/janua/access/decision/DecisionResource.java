package io.janua.access.decision;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/access/decisions")
@Tag(name = "Access decisions")
@RunOnVirtualThread
class DecisionResource {

    private final DecisionLog log;

    DecisionResource(DecisionLog log) {
        this.log = log;
    }

    @GET
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "listAccessDecisions", summary = "Who passed, who did not, and why; newest first")
    public Page<AccessDecisionView> list(@Valid @BeanParam DecisionFilter filter, @Valid @BeanParam PageQuery page) {
        return log.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Operations.ACCESS_READ)
    @Operation(operationId = "getAccessDecision", summary = "One decision")
    public AccessDecisionView get(@RestPath UUID id) {
        return log.get(id);
    }
}
