package io.janua.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the process holds of the machine's memory, as Linux counts it. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** Empty on other systems. */
    static Optional<Long> bytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .findFirst()
                    .map(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
