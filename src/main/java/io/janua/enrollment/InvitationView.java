package io.janua.enrollment;

import io.janua.gallery.SubjectRef;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invitation as the API shows it. */
@Schema(name = "Invitation")
record InvitationView(
        UUID id,

        @Schema(description = "The subject's id") String subject,

        String gallery,
        InvitationState state,
        Instant createdAt,

        @Schema(description = "Whose credentials made it, as in the audit log")
        String createdBy,

        Instant expiresAt,

        @Schema(description = "When the subject enrolled itself; absent when it did not") @Nullable
        Instant usedAt,

        @Schema(
                description =
                        "What lets the subject in, in the header X-Invitation; only in the answer that creates it")
        @Nullable
        String secret) {

    static InvitationView of(Invitation invitation, String gallery, SubjectRef subject, Instant now) {
        return withSecret(invitation, gallery, subject, now, null);
    }

    static InvitationView withSecret(
            Invitation invitation, String gallery, SubjectRef subject, Instant now, String secret) {
        return new InvitationView(
                invitation.id,
                subject.externalId(),
                gallery,
                invitation.state(now),
                invitation.createdAt,
                invitation.createdBy,
                invitation.expiresAt,
                invitation.usedAt,
                secret);
    }

    @Override
    public String toString() {
        return "InvitationView[%s]".formatted(id);
    }
}
