package io.janua.access;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an access point decides, whoever comes. What is left out takes its default. */
@Schema(name = "AccessPointSettings")
public record PointSettings(
        @Schema(
                description =
                        "Seconds in which the same person, or the same picture, with the same answer is one event",
                defaultValue = "4")
        @Min(0)
        @Max(60)
        Integer debounceSeconds,

        @Schema(description = "Whether a living face must have been seen", defaultValue = "gallery")
        LivenessDemand liveness,

        @Schema(description = "False match rate where a card tells who comes (1:1); the gallery's when left out")
        @DecimalMin("1e-9")
        @DecimalMax("0.5")
        @Nullable
        Double fmr,

        @Schema(
                description = "False positive identification rate where the face alone does (1:N); the gallery's when"
                        + " left out")
        @DecimalMin("1e-9")
        @DecimalMax("0.5")
        @Nullable
        Double fpir,

        @Schema(description = "What somebody has to show", defaultValue = "face")
        Factors factors,

        @Schema(description = "What becomes of somebody who comes in again without having left", defaultValue = "off")
        AntiPassback antiPassback,

        @Schema(
                description = "Minutes after which it is forgotten where somebody is; only their leaving is when left"
                        + " out")
        @Min(1)
        @Max(PointSettings.MAX_ANTI_PASSBACK_MINUTES)
        @Nullable
        Integer antiPassbackMinutes,

        @Schema(description = "Whether two people who may pass must come one after the other", defaultValue = "false")
        Boolean twoPersons,

        @Schema(description = "Seconds in which the second one must come", defaultValue = "15") @Min(5) @Max(300)
        Integer twoPersonSeconds,

        @Schema(description = "Seconds for which a grant is good: nobody may act on it later", defaultValue = "5")
        @Min(1)
        @Max(60)
        Integer commandSeconds,

        @Schema(description = "Seconds for which a door opens", defaultValue = "3") @Min(1) @Max(120)
        Integer openSeconds,

        @Schema(
                description = "grant: while the service cannot decide, everybody passes (fail safe)",
                defaultValue = "deny")
        OnFailure onFailure,

        @Schema(description = "The frame in which a grant tells a panel the person's card", defaultValue = "off")
        WiegandOutput wiegand) {

    /** A week. */
    static final int MAX_ANTI_PASSBACK_MINUTES = 10_080;

    public static final PointSettings DEFAULT =
            new PointSettings(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public PointSettings {
        debounceSeconds = debounceSeconds == null ? 4 : debounceSeconds;
        liveness = liveness == null ? LivenessDemand.GALLERY : liveness;
        factors = factors == null ? Factors.FACE : factors;
        antiPassback = antiPassback == null ? AntiPassback.OFF : antiPassback;
        twoPersons = twoPersons != null && twoPersons;
        twoPersonSeconds = twoPersonSeconds == null ? 15 : twoPersonSeconds;
        commandSeconds = commandSeconds == null ? 5 : commandSeconds;
        openSeconds = openSeconds == null ? 3 : openSeconds;
        onFailure = onFailure == null ? OnFailure.DENY : onFailure;
        wiegand = wiegand == null ? WiegandOutput.OFF : wiegand;
    }
}
