package io.janua.hook;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as everybody is told of it: the payload of Standard Webhooks 1.0. */
@Schema(name = "Event")
record EventView(
        @Schema(examples = "access.granted") String type,
        Instant timestamp,

        @Schema(description = "Strings, numbers and booleans, by the type")
        Map<String, Object> data) {}
