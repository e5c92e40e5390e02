package io.janua.gallery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConsentText")
record ConsentTextView(
        @Schema(description = "The consentTextVersion, which consents name")
        String version,

        String text,

        @Schema(description = "When the gallery's policy first had it")
        Instant since) {

    static ConsentTextView from(ConsentText kept) {
        return new ConsentTextView(kept.version, kept.text, kept.since);
    }
}
