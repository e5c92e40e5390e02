package io.janua.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether pictures can come in: those in forms go through the folder for temporary files, which is this instance's own. */
@Readiness
@ApplicationScoped
class DiskCheck implements HealthCheck {

    private static final String NAME = "disk";

    /** A form with two pictures of the largest size, and something beside it. */
    private static final long LEAST_BYTES = 64_000_000;

    private final Path folder;

    DiskCheck(@ConfigProperty(name = "java.io.tmpdir") Path folder) {
        this.folder = folder;
    }

    @Override
    public HealthCheckResponse call() {
        return of(folder, LEAST_BYTES);
    }

    static HealthCheckResponse of(Path folder, long least) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (!Files.isWritable(folder)) {
                return Findings.down(
                        NAME,
                        "%s cannot be written to, so pictures in forms cannot be received.".formatted(folder),
                        "Mount a folder there that the service's user may write to, in memory if possible.");
            }
            if (free < least) {
                return Findings.down(
                        NAME,
                        "%s has %d MB left, and %d MB are needed to receive pictures."
                                .formatted(folder, free / 1_000_000, least / 1_000_000),
                        "Make room there, or mount a larger folder.");
            }
            return Findings.up(NAME).withData("freeBytes", free).build();
        } catch (IOException gone) {
            return Findings.down(
                    NAME,
                    "%s is not there, so pictures in forms cannot be received.".formatted(folder),
                    "Mount a folder there that the service's user may write to, in memory if possible.");
        }
    }
}
