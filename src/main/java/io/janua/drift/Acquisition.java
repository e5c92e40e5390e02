package io.janua.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.problem.ProblemCode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a probe. The order stands in the database, so the list only grows at its end. */
@Schema(name = "DriftAcquisition")
enum Acquisition {
    @JsonProperty("usable")
    USABLE,
    @JsonProperty("noFace")
    NO_FACE,
    @JsonProperty("manyFaces")
    MANY_FACES,
    @JsonProperty("poorQuality")
    POOR_QUALITY,
    @JsonProperty("spoofSuspected")
    SPOOF_SUSPECTED;

    /** @param refused empty for a probe that could be used */
    static Acquisition of(Optional<ProblemCode> refused) {
        return refused.map(code -> valueOf(code.name())).orElse(USABLE);
    }
}
