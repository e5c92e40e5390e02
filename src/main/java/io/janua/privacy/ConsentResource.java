package io.janua.privacy;

import io.janua.gallery.Receipt;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/galleries/{gallery}/subjects/{subject}/consents")
@Tag(name = "Consents", description = "That subjects have agreed to be recognised, and that they do so no longer")
@RunOnVirtualThread
class ConsentResource {

    private final ConsentService consents;

    ConsentResource(ConsentService consents) {
        this.consents = consents;
    }

    @POST
    @PermissionsAllowed(Operations.CONSENTS_WRITE)
    @Operation(operationId = "giveConsent", summary = "Record a consent of the subject")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsentView.class)))
    public RestResponse<ConsentView> give(
            @RestPath String gallery, @RestPath String subject, @Valid @NotNull NewConsent body) {
        ConsentView given = consents.give(gallery, subject, body);
        URI location = UriBuilder.fromPath("/v1/galleries/{gallery}/subjects/{subject}/consents/{consent}")
                .build(gallery, subject, given.id());
        return RestResponse.ResponseBuilder.<ConsentView>created(location)
                .entity(given)
                .build();
    }

    @GET
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(operationId = "listConsents", summary = "The consents of the subject, withdrawn ones too, oldest first")
    public Page<ConsentView> list(
            @RestPath String gallery, @RestPath String subject, @Valid @BeanParam PageQuery page) {
        return consents.list(gallery, subject, page);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Operations.SUBJECTS_READ)
    @Operation(operationId = "getConsent", summary = "One consent")
    public ConsentView get(@RestPath String gallery, @RestPath String subject, @RestPath UUID id) {
        return consents.get(gallery, subject, id);
    }

    @POST
    @Path("/withdrawals")
    // A request without a body has no Content-Type either.
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @PermissionsAllowed(Operations.CONSENTS_WRITE)
    @Operation(
            operationId = "withdrawConsent",
            summary =
                    "Withdraw the subject's consents: its faces, templates, pictures and key are erased; the answer is a"
                            + " signed receipt")
    public Receipt withdraw(
            @RestPath String gallery, @RestPath String subject, @Valid @RequestBody(required = false) Withdrawal body) {
        return consents.withdraw(gallery, subject, Optional.ofNullable(body).orElse(Withdrawal.WITHOUT_REASON));
    }
}
