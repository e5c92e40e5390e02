package io.janua.hook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.janua.security.Operations;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an event says only to those who asked for it, and might look it up themselves. */
@Schema(name = "HookDetail")
enum Detail {
    /** Of whom, also where somebody was turned away. */
    @JsonProperty("subject")
    SUBJECT(Operations.ACCESS_READ),
    @JsonProperty("name")
    NAME(Operations.SUBJECTS_READ),
    /** With the threshold. */
    @JsonProperty("score")
    SCORE(Operations.ACCESS_READ);

    private final String operation;

    Detail(String operation) {
        this.operation = operation;
    }

    /** What permits to look it up. */
    String operation() {
        return operation;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
