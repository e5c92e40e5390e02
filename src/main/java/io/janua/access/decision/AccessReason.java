package io.janua.access.decision;

import static io.janua.access.decision.AccessOutcome.BLOCKED;
import static io.janua.access.decision.AccessOutcome.DENIED;
import static io.janua.access.decision.AccessOutcome.GRANTED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why: every decision has exactly one. The names stand in rows and in hooks, so the list only ever grows. */
@Schema(name = "AccessReason")
public enum AccessReason {
    RULE(GRANTED, null),
    /** Somebody opened by hand. */
    OVERRIDE(GRANTED, null),
    /** The point is released: everybody passes. */
    RELEASED(GRANTED, null),
    /** Nothing could be decided, and the point is to open then. */
    FAILED_SAFE(GRANTED, null),

    POINT_DISABLED(DENIED, OnvifReason.OTHER),
    NO_FACE(DENIED, OnvifReason.OTHER),
    MANY_FACES(DENIED, OnvifReason.OTHER),
    POOR_QUALITY(DENIED, OnvifReason.OTHER),
    /** The pictures of one request show different people. */
    FRAMES_DISAGREE(DENIED, OnvifReason.OTHER),
    CARD_UNKNOWN(DENIED, OnvifReason.INVALID_IDENTIFIER_VALUE),
    NOT_IDENTIFIED(DENIED, OnvifReason.INVALID_IDENTIFIER_VALUE),
    AMBIGUOUS(DENIED, OnvifReason.INVALID_IDENTIFIER_VALUE),
    /** The face is not that of the card's holder. */
    CLAIM_MISMATCH(DENIED, OnvifReason.INVALID_IDENTIFIER_VALUE),
    /** The person is suspended. */
    NOT_ENABLED(DENIED, OnvifReason.CREDENTIAL_NOT_ENABLED),
    NOT_YET_VALID(DENIED, OnvifReason.CREDENTIAL_NOT_ACTIVE),
    EXPIRED(DENIED, OnvifReason.CREDENTIAL_EXPIRED),
    PIN_WRONG(DENIED, OnvifReason.INVALID_PIN),
    NO_RULE(DENIED, OnvifReason.UNAUTHORIZED),
    NOT_AT_THIS_TIME(DENIED, OnvifReason.NOT_PERMITTED_AT_THIS_TIME),
    LIVENESS_MISSING(DENIED, OnvifReason.OTHER),
    /** The face was recognised, but less surely than the rule demands. */
    ASSURANCE_TOO_LOW(DENIED, OnvifReason.OTHER),
    ESCORT_MISSING(DENIED, OnvifReason.OTHER),
    CARD_MISSING(DENIED, OnvifReason.OTHER),
    PIN_MISSING(DENIED, OnvifReason.OTHER),
    ANTIPASSBACK(DENIED, OnvifReason.OTHER),
    SECOND_PERSON_AWAITED(DENIED, OnvifReason.OTHER),

    LOCKDOWN(BLOCKED, OnvifReason.OTHER),
    SPOOF(BLOCKED, OnvifReason.UNAUTHORIZED),
    BLOCK_LIST(BLOCKED, OnvifReason.UNAUTHORIZED),
    PIN_LOCKED(BLOCKED, OnvifReason.INVALID_PIN);

    private final AccessOutcome outcome;
    private final OnvifReason onvif;

    AccessReason(AccessOutcome outcome, OnvifReason onvif) {
        this.outcome = outcome;
        this.onvif = onvif;
    }

    public AccessOutcome outcome() {
        return outcome;
    }

    /** Empty for what is granted: ONVIF asks for none. */
    Optional<OnvifReason> onvif() {
        return Optional.ofNullable(onvif);
    }

    /** As it stands in JSON and in hooks. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in a query. */
    public static AccessReason fromString(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
