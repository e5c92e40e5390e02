package io.janua.vision.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The pack that runs, with its verified files.
 *
 * @param files by model: detector, embedder and, where the pack has one, presentation attack detector
 * @param missing why the pack that should run cannot, where this one runs in its place
 */
public record RunningPack(ModelPack pack, SequencedMap<ModelEntry, Path> files, Optional<Missing> missing) {

    /**
     * A pack that could not be had.
     *
     * @param pack its id
     * @param why what was tried
     */
    public record Missing(String pack, ModelUnobtainable why) {}

    public RunningPack {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    public String id() {
        return pack.id();
    }

    public List<ModelEntry> models() {
        return List.copyOf(files.keySet());
    }

    public boolean has(ModelEntry model) {
        return files.containsKey(model);
    }

    /** Whether it can tell a living face from a picture of one. */
    public boolean judgesLiveness() {
        return pack.presentationAttackDetector().isPresent();
    }

    /** Whether the terms of every model permit commercial use. */
    public boolean commercialUse() {
        return models().stream().allMatch(model -> model.licence().commercialUse());
    }
}
