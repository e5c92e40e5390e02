package io.janua.privacy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A consent as consents.json shows it.
 *
 * @param text what the person agreed to; null where the gallery never showed a text of that version
 */
@RegisterForReflection
record ExportedConsent(@JsonUnwrapped ConsentView consent, String text) {

    UUID id() {
        return consent.id();
    }
}
