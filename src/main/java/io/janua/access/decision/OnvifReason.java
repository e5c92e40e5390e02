package io.janua.access.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why access was denied, in the words of the ONVIF access control specification. */
@Schema(name = "OnvifReason")
public enum OnvifReason {
    CREDENTIAL_NOT_ENABLED("CredentialNotEnabled"),
    CREDENTIAL_NOT_ACTIVE("CredentialNotActive"),
    CREDENTIAL_EXPIRED("CredentialExpired"),
    INVALID_PIN("InvalidPIN"),
    NOT_PERMITTED_AT_THIS_TIME("NotPermittedAtThisTime"),
    UNAUTHORIZED("Unauthorized"),
    INVALID_IDENTIFIER_VALUE("pt:InvalidIdentifierValue"),
    OTHER("Other");

    private final String wireName;

    OnvifReason(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
