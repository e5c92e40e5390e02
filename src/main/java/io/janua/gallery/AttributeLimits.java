package io.janua.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.problem.Problems;

/** Attributes are notes about a person, not a store: every list of subjects carries them. */
final class AttributeLimits {

    private static final int MAX_CHARACTERS = 16_000;
    private static final int MAX_DEPTH = 10;

    private AttributeLimits() {}

    static void check(JsonNode attributes) {
        if (depth(attributes) > MAX_DEPTH || attributes.toString().length() > MAX_CHARACTERS) {
            throw Problems.invalid(
                    "attributes",
                    "The attributes have more than %d characters or %d levels.".formatted(MAX_CHARACTERS, MAX_DEPTH),
                    "Keep larger data in a system of your own, under the subject's id.");
        }
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return 1 + deepest;
    }
}
