package io.janua.vision.model;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers are told of the pack that runs. */
@Schema(name = "RunningPack")
public record PackDescription(
        @Schema(examples = "janua-default-1") String id,

        @Schema(
                description = "The pack that should run and could not be had, in whose place this one does; absent"
                        + " otherwise")
        @Nullable
        String inPlaceOf,

        @Schema(
                description = "Whether it can tell a living face from a picture of one; where not, whatever asks for"
                        + " liveness is refused")
        boolean judgesLiveness,

        @Schema(
                description = "Whether the terms of all its models permit commercial use; where not, it is for"
                        + " evaluation and demonstration")
        boolean commercialUse) {

    public static PackDescription of(RunningPack running) {
        return new PackDescription(
                running.id(),
                running.missing().map(RunningPack.Missing::pack).orElse(null),
                running.judgesLiveness(),
                running.commercialUse());
    }
}
