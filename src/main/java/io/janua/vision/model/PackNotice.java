package io.janua.vision.model;

import java.util.ArrayList;
import java.util.List;

/** What a person has to know of a pack before they rely on it, in one paragraph. */
public final class PackNotice {

    private static final String GALLERIES =
            "Galleries made with it stay bound to its model: once %s can be had, the next start runs that, and"
                    + " JANUA_MODEL_PACK=%s comes back to these.";

    private PackNotice() {}

    /** Empty of a pack that should run, may be used for everything and can do everything. */
    public static String of(RunningPack running) {
        if (running.missing().isEmpty() && running.commercialUse() && running.judgesLiveness()) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(running.missing()
                .map(missing -> "The pack %s runs in place of %s, which could not be had."
                        .formatted(running.id(), missing.pack()))
                .orElseGet(() -> "The pack %s runs.".formatted(running.id())));
        if (!running.commercialUse()) {
            sentences.add("Its terms permit evaluation and demonstration, not commercial use.");
        }
        if (!running.judgesLiveness()) {
            sentences.add("It cannot tell a living face from a picture of one.");
        }
        running.missing().ifPresent(missing -> sentences.add(GALLERIES.formatted(missing.pack(), running.id())));
        return String.join(" ", sentences);
    }
}
