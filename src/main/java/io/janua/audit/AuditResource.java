package io.janua.audit;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/audit")
@Tag(name = "Audit", description = "What happened, in a log that shows when it was altered")
@PermissionsAllowed(Operations.AUDIT_READ)
@RunOnVirtualThread
class AuditResource {

    private static final String NDJSON = "application/x-ndjson";

    private final AuditLog log;
    private final AuditExport export;
    private final AuditVerifier verifier;

    AuditResource(AuditLog log, AuditExport export, AuditVerifier verifier) {
        this.log = log;
        this.export = export;
        this.verifier = verifier;
    }

    @GET
    @Path("/entries")
    @Operation(operationId = "listAuditEntries", summary = "Entries, newest first")
    public Page<AuditEntryView> entries(@Valid @BeanParam AuditFilter filter, @Valid @BeanParam PageQuery page) {
        return log.list(filter, page);
    }

    @GET
    @Path("/entries/{id}")
    @Operation(operationId = "getAuditEntry", summary = "One entry, with the proof that the signed tree holds it")
    public AuditEntryView entry(@RestPath UUID id) {
        return log.get(id);
    }

    @GET
    @Path("/checkpoints")
    @Operation(operationId = "listAuditCheckpoints", summary = "Signed states of the log, newest first")
    public Page<CheckpointView> checkpoints(@Valid @BeanParam PageQuery page) {
        return log.checkpoints(page);
    }

    @GET
    @Path("/keys")
    @Operation(operationId = "listAuditKeys", summary = "The public keys of the log, newest first")
    public List<AuditKeyView> keys() {
        return log.keys();
    }

    @GET
    @Path("/export")
    @Produces(NDJSON)
    @Operation(
            operationId = "exportAudit",
            summary = "The log with its proofs, for janua audit verify; entries of the last second may be missing")
    @APIResponse(
            responseCode = "200",
            description = "One JSON object a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> export(
            @RestQuery
                    @DefaultValue("0")
                    @PositiveOrZero
                    @Parameter(
                            description = "Index of the first entry: the size of the export before, to get what is new")
                    long from) {
        var plan = export.plan(from);
        StreamingOutput lines = out -> export.write(plan, out);
        return RestResponse.ResponseBuilder.ok(lines)
                .header("Content-Disposition", "attachment; filename=\"janua-audit.ndjson\"")
                .build();
    }

    @POST
    @Path("/verify")
    @Operation(operationId = "verifyAudit", summary = "Check the whole log as it lies in the database")
    public AuditVerificationView verify() {
        return verifier.verify();
    }
}
