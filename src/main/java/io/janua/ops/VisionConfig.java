package io.janua.ops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Which models run, and how much of the machine they may take. */
@ConfigMapping(prefix = "janua.vision")
interface VisionConfig {

    /** A catalogue file; the built-in one when left out. */
    Optional<Path> catalog();

    /** Id of a pack of the catalogue. */
    @WithDefault("janua-default-1")
    String pack();

    /** Where verified model files are kept. */
    @WithDefault(".janua/models")
    Path store();

    /** Id of a pack whose non-commercial licence the operator accepts. */
    Optional<String> acceptLicence();

    /** Threads for inference; as many as the machine has cores when left out. */
    OptionalInt threads();

    /** How many pictures may wait for a thread before callers are sent away with 503. */
    @WithDefault("64")
    @Positive
    int queueLength();

    /** Least width and height of a picture. */
    @WithDefault("16")
    @Min(1)
    int minSide();

    /** Most pixels of a picture. */
    @WithDefault("100000000")
    @Min(1_000_000)
    @Max(400_000_000)
    long maxPixels();
}
