package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has to show to pass. */
@Schema(name = "AccessFactors")
public enum Factors {
    @JsonProperty("face")
    FACE,
    @JsonProperty("faceAndCard")
    FACE_AND_CARD,
    @JsonProperty("faceAndPin")
    FACE_AND_PIN,
    @JsonProperty("faceAndCardOrPin")
    FACE_AND_CARD_OR_PIN
}
