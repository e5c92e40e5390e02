package io.janua.ops;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.Licence;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelRole;
import io.janua.vision.model.ScoreDistribution;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Model")
record ModelView(
        String id,
        ModelRole role,

        @Schema(description = "Whether this service runs it")
        boolean running,

        @Schema(description = "Whether its file is in the store, with the right digest")
        boolean present,

        String sha256,
        long bytes,
        Licence licence,

        @Schema(description = "Dimensions; embedders only") @Nullable
        Integer embeddingSize,

        @Schema(description = "Error rates by cosine threshold, as measured; embedders only") @Nullable
        List<Calibration.OperatingPoint> calibration,

        @Schema(description = "How scores were distributed when they were measured; absent where nobody measured")
        @Nullable
        ScoreDistribution scores) {

    static ModelView from(ModelEntry model, boolean running, boolean present, Optional<ScoreDistribution> scores) {
        return new ModelView(
                model.id(),
                model.role(),
                running,
                present,
                model.sha256(),
                model.bytes(),
                model.licence(),
                model.embeddingSize().orElse(null),
                model.calibration().map(Calibration::points).orElse(null),
                scores.orElse(null));
    }
}
