package io.janua.recognition;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a 1:N question may say besides the probe. */
public class IdentifyQuery {

    private static final int DEFAULT_CANDIDATES = 5;

    @RestQuery
    @DecimalMin("1e-9")
    @DecimalMax("0.5")
    @Parameter(
            description =
                    "False positive identification rate: how often a stranger may be taken for anybody, 1e-9 to 0.5",
            example = "0.001")
    public Double fpir;

    @RestQuery
    @Min(1)
    @Max(100)
    @Parameter(description = "How many candidates at most; 5 when left out")
    public Integer candidates;

    @RestQuery
    @Parameter(description = "Whether candidates below the threshold are shown too; they are not matches")
    public boolean belowThreshold;

    double fpirOr(double fallback) {
        return Optional.ofNullable(fpir).orElse(fallback);
    }

    int maxCandidates() {
        return Optional.ofNullable(candidates).orElse(DEFAULT_CANDIDATES);
    }
}
