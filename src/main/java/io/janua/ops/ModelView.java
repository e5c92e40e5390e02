package io.janua.ops;

import io.janua.vision.model.Calibration;
import io.janua.vision.model.Licence;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.ModelRole;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @Schema(description = "Dimensions; embedders only") Integer embeddingSize,

        @Schema(description = "False match rate and cosine threshold, as measured; embedders only")
        List<Calibration.OperatingPoint> calibration) {

    static ModelView from(ModelEntry model, boolean running, boolean present) {
        return new ModelView(
                model.id(),
                model.role(),
                running,
                present,
                model.sha256(),
                model.bytes(),
                model.licence(),
                model.embeddingSize().orElse(null),
                model.calibration().map(Calibration::points).orElse(null));
    }
}
