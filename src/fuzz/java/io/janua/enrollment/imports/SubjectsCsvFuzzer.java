package io.janua.enrollment.imports;

import io.janua.problem.Problem;

/** A table of subjects is read or refused, and what is read can be kept. */
public final class SubjectsCsvFuzzer {

    private static final int MAX_ROWS = 50;

    private SubjectsCsvFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) {
        try {
            var table = SubjectsCsv.parse(content, MAX_ROWS);
            boolean shown = table.subjects().keySet().stream()
                    .noneMatch(id -> id.isBlank() || id.chars().anyMatch(Character::isISOControl));
            if (!shown || table.subjects().size() > MAX_ROWS) {
                throw new AssertionError("a subject is taken that cannot be kept");
            }
        } catch (Problem refused) {
            // That is an answer.
        }
    }
}
