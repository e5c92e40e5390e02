package io.janua.enrollment;

import jakarta.validation.constraints.Future;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewInvitation")
record NewInvitation(
        @Schema(description = "When it ends, at most 30 days from now; in 72 hours when left out", nullable = true)
        @Future
        Instant expiresAt) {

    static final NewInvitation USUAL = new NewInvitation(null);
}
