package io.janua.ops;

import io.janua.vision.model.PackFallback;
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

    /** A catalogue file in the form of {@code models/catalog.json}; the built-in one when left out. */
    Optional<Path> catalog();

    /** Id of the model pack that runs, and no other; the first of the catalogue when left out. */
    Optional<String> pack();

    /**
     * What runs where no pack is named and the first of the catalogue cannot be had: {@code own}, the pack that this
     * build carries, for evaluation; {@code none}: the service does not start.
     */
    @WithDefault("none")
    PackFallback fallback();

    /** Folder of the verified model files. */
    @WithDefault(".janua/models")
    Path store();

    /** Id of a pack whose non-commercial licence you accept. */
    Optional<String> acceptLicence();

    /** Threads for inference; as many as the machine has cores when left out. */
    OptionalInt threads();

    /** Pictures that may wait for a thread; more get 503 ({@code busy}). Eight for each thread when left out. */
    @Positive
    OptionalInt queueLength();

    /** Least width and height of a picture, pixels. */
    @WithDefault("16")
    @Min(1)
    int minSide();

    /** Most pixels of a picture. */
    @WithDefault("100000000")
    @Min(1_000_000)
    @Max(400_000_000)
    long maxPixels();
}
