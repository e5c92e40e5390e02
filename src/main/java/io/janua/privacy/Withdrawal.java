package io.janua.privacy;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Withdrawal")
record Withdrawal(
        @Schema(
                description = "Stands in the receipt and, for good, in the audit log: write no names",
                examples = "letter of 3 May",
                nullable = true)
        @Size(max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason) {

    private static final String WITHDRAWN = "consent withdrawn";

    static final Withdrawal WITHOUT_REASON = new Withdrawal(null);

    /** As a receipt says it. */
    String statement() {
        return reason == null || reason.isBlank() ? WITHDRAWN : WITHDRAWN + ": " + reason;
    }
}
