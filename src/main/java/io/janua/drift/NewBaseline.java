package io.janua.drift;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which days a gallery is to be compared with. */
@Schema(name = "NewDriftBaseline")
record NewBaseline(
        @Schema(description = "First day, UTC") @NotNull LocalDate from,

        @Schema(description = "Last day, UTC; one that is over") @NotNull
        LocalDate to) {}
