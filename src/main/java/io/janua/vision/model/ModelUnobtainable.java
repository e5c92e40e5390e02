package io.janua.vision.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A model file is nowhere to be had; the message tells a person everything needed to bring it by hand. */
public final class ModelUnobtainable extends RuntimeException {

    ModelUnobtainable(ModelEntry model, Path folder, List<String> failures) {
        super("""
                The model file %s could not be obtained.
                  tried    %s
                  address  %s
                  sha256   %s (%d bytes)
                %s and put it at %s,
                or name a folder that holds it in JANUA_MODEL_MIRROR.""".formatted(
                        model.file(),
                        String.join("\n           ", failures),
                        model.address().map(URI::toString).orElse("none"),
                        model.sha256(),
                        model.bytes(),
                        model.address().isPresent()
                                ? "Fetch it on a machine that reaches the address"
                                : "Take it from whoever made it",
                        folder.resolve(model.file()).toAbsolutePath().normalize()));
    }
}
