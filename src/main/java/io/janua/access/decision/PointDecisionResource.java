package io.janua.access.decision;

import io.janua.access.CardNumber;
import io.janua.http.ImageUpload;
import io.janua.security.Operations;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/access/points/{point}/decisions")
@Tag(name = "Access decisions", description = "May this face pass here now? And who did")
@RunOnVirtualThread
class PointDecisionResource {

    private final DecisionService decisions;
    private final OutcomeService outcomes;

    PointDecisionResource(DecisionService decisions, OutcomeService outcomes) {
        this.decisions = decisions;
        this.outcomes = outcomes;
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/jpeg", "image/png", "image/webp"})
    @PermissionsAllowed(Operations.ACCESS_DECIDE)
    @Operation(
            operationId = "decideAccess",
            summary = "May this face pass here now?",
            description = "Whatever the answer is, it is a decision with status 200, and exactly one reason. No picture"
                    + " is kept.")
    public AccessDecisionView decide(
            @RestPath String point,
            @RestHeader("Idempotency-Key")
                    @Size(min = 1, max = 128)
                    @Parameter(description = "Your name for this request: repeating it gives the same decision")
                    String idempotencyKey,
            @Valid @BeanParam ShownHeaders headers,
            @RequestBody(ref = "DoorImages") ImageUpload upload) {
        var presented = upload.presented();
        return decisions.decide(
                point,
                new Request(
                        presented.frames(),
                        presented.card().or(headers::card).map(card -> CardNumber.of(card, "card")),
                        presented.pin().or(headers::pin),
                        presented.capturedAt().or(headers::capturedAt).map(time -> Times.parse("capturedAt", time)),
                        Optional.ofNullable(idempotencyKey)));
    }

    @POST
    @Path("/{id}/outcome")
    @PermissionsAllowed(Operations.ACCESS_DECIDE)
    @Operation(
            operationId = "reportPassage",
            summary = "Whether the person has passed",
            description = "Who has not is where they were before: anti-passback forgets the grant.")
    public AccessDecisionView outcome(@RestPath String point, @RestPath UUID id, @Valid @NotNull ReportedPassage body) {
        return outcomes.report(point, id, body.taken());
    }
}
