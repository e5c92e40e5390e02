package io.janua.recognition;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The target error rate of a 1:1 question. */
public class FmrQuery {

    @RestQuery
    @DecimalMin("1e-9")
    @DecimalMax("0.5")
    @Parameter(
            description = "False match rate: how often an impostor may be let through, 1e-9 to 0.5",
            example = "0.0001")
    public Double fmr;

    double or(double fallback) {
        return Optional.ofNullable(fmr).orElse(fallback);
    }
}
