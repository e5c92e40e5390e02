package io.janua.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.access.wiegand.WiegandFormat;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a grant tells a panel the person's card, and in which frame. */
@Schema(name = "WiegandOutput")
public enum WiegandOutput {
    @JsonProperty("off")
    OFF,
    @JsonProperty("w26")
    W26,
    @JsonProperty("w34")
    W34,
    @JsonProperty("w37")
    W37;

    /** Empty when nothing is told. */
    public Optional<WiegandFormat> format() {
        return switch (this) {
            case OFF -> Optional.empty();
            case W26 -> Optional.of(WiegandFormat.W26);
            case W34 -> Optional.of(WiegandFormat.W34);
            case W37 -> Optional.of(WiegandFormat.W37);
        };
    }
}
