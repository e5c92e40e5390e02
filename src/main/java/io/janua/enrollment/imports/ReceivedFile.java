package io.janua.enrollment.imports;

import io.janua.problem.Problem;
import java.util.Optional;

/**
 * A file of an archive as it was received.
 *
 * @param path where it lies; empty when its name is no path
 * @param file its name as it is shown
 */
record ReceivedFile(int number, String file, Optional<EntryPath> path, Optional<Problem> refusal) {

    @Override
    public String toString() {
        return "ReceivedFile[number=%d]".formatted(number);
    }
}
