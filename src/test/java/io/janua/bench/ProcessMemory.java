package io.janua.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process's memory, in MB of 1024 kB. */
final class ProcessMemory {

    private static final String RESET_PEAK = "5";

    private final Path folder;

    ProcessMemory(long pid) {
        folder = Path.of("/proc/%d".formatted(pid));
    }

    double residentMegabytes() {
        return megabytes("VmRSS:");
    }

    /** The most since the process began, or since {@link #resetPeak()}. */
    double peakMegabytes() {
        return megabytes("VmHWM:");
    }

    void resetPeak() {
        try {
            Files.writeString(folder.resolve("clear_refs"), RESET_PEAK);
        } catch (IOException refused) {
            throw new UncheckedIOException("The peak cannot be reset", refused);
        }
    }

    int threads() {
        return (int) number("Threads:");
    }

    /** Open files and connections. */
    int descriptors() {
        try (var open = Files.list(folder.resolve("fd"))) {
            return (int) open.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The open files of the service can be read on Linux only", unreadable);
        }
    }

    private double megabytes(String field) {
        return number(field) / 1024.0;
    }

    private long number(String field) {
        try (var lines = Files.lines(folder.resolve("status"))) {
            String line = lines.filter(candidate -> candidate.startsWith(field))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The memory of the service can be read on Linux only", unreadable);
        }
    }
}
