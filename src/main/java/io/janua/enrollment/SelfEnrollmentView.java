package io.janua.enrollment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an invited person is told before enrolling: nothing else of the subject, and nothing of others. */
@Schema(name = "SelfEnrollment")
record SelfEnrollmentView(
        @Schema(description = "Absent where the organisation gave none") @Nullable
        String subjectName,

        @Schema(description = "Why the gallery exists; absent where nobody wrote it") @Nullable
        String purpose,

        @Schema(description = "Whether a face is kept only with a consent")
        boolean consentRequired,

        @Schema(description = "What to agree to; absent where the gallery has no text") @Nullable
        String consentText,

        @Schema(description = "The text's version, which a consent names; absent together with it") @Nullable
        String consentTextVersion,

        @Schema(description = "Whether a consent is in force already")
        boolean consentGiven,

        @Schema(description = "Whether the enrolment has to answer a head-turn challenge")
        boolean challenge,

        @Schema(description = "Whether the models that look at the picture are for evaluation and demonstration only")
        boolean evaluationOnly,

        @Schema(description = "When the invitation ends") Instant expiresAt) {}
