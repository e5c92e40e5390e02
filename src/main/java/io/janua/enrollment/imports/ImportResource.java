package io.janua.enrollment.imports;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
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

@Path("/v1/imports")
@Tag(name = "Imports")
@RunOnVirtualThread
class ImportResource {

    private static final String CSV = "text/csv";

    private final ImportService imports;
    private final ImportProgress progress;
    private final ImportReport report;

    ImportResource(ImportService imports, ImportProgress progress, ImportReport report) {
        this.imports = imports;
        this.progress = progress;
        this.report = report;
    }

    @GET
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    public Page<ImportView> list(
            @RestQuery @Parameter(description = "Only those into this gallery") String gallery,
            @Valid @BeanParam PageQuery page) {
        return imports.list(gallery, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(operationId = "getImport", summary = "How far an import is")
    public ImportView get(@RestPath UUID id) {
        return imports.get(id);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(
            operationId = "watchImport",
            summary = "How far an import is, each second until it has ended (server-sent events named 'progress')",
            description = "The events end with the import, with the caller's credentials, and after 10 minutes: whoever"
                    + " wants to know more then asks again.")
    @APIResponse(
            responseCode = "200",
            description = "Events whose data is an Import",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportView.class)))
    public void watch(@RestPath UUID id, @Context SseEventSink sink, @Context Sse sse) {
        progress.follow(
                id,
                view -> sink.send(sse.newEventBuilder()
                                .name("progress")
                                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                .data(view)
                                .build())
                        .toCompletableFuture()
                        .join(),
                sink::isClosed);
        sink.close();
    }

    @POST
    @Path("/{id}/cancellations")
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(
            operationId = "cancelImport",
            summary = "Stop an import: what waits is dropped with its pictures, what is enrolled stays")
    public ImportView cancel(@RestPath UUID id) {
        return imports.cancel(id);
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Operations.ENROLL)
    @Operation(
            operationId = "deleteImport",
            summary = "Forget an import that has ended, with its report and its refused pictures; faces stay")
    public void delete(@RestPath UUID id) {
        imports.delete(id);
    }

    @GET
    @Path("/{id}/items")
    @PermissionsAllowed(
            value = {Operations.ENROLL, Operations.SUBJECTS_READ},
            inclusive = true)
    @Operation(operationId = "listImportItems", summary = "The files of an import, in the archive's order")
    public Page<ImportItemView> items(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Only those with this outcome") ItemOutcome outcome,
            @Valid @BeanParam PageQuery page) {
        return imports.items(id, outcome, page);
    }

    @GET
    @Path("/{id}/items/{number}/image")
    // The framework decides by one type how bytes are written; the picture's own stands in the answer.
    @Produces("image/jpeg")
    @PermissionsAllowed(
            value = {Operations.ENROLL, Operations.SUBJECTS_READ, Operations.FACES_READ},
            inclusive = true)
    @Operation(operationId = "getImportImage", summary = "A refused picture, while it is kept")
    @APIResponse(
            responseCode = "200",
            description = "The picture as it was in the archive",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> image(@RestPath UUID id, @RestPath int number) {
        var picture = imports.image(id, number);
        return RestResponse.ResponseBuilder.ok(picture.content())
                .type(picture.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @GET
    @Path("/{id}/report")
    @Produces(CSV)
    @PermissionsAllowed(
            value = {Operations.ENROLL, Operations.SUBJECTS_READ},
            inclusive = true)
    @Operation(operationId = "getImportReport", summary = "The files of an import as a table")
    @APIResponse(
            responseCode = "200",
            description = "Comma-separated values, UTF-8, with a header",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> report(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Only those with this outcome") ItemOutcome outcome) {
        imports.get(id);
        StreamingOutput table = out -> report.write(id, outcome, out);
        return RestResponse.ResponseBuilder.ok(table)
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-%s.csv\"".formatted(id))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
