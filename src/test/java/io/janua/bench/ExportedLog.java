package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.audit.transparency.AuditCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The log as an auditor gets it, deleted when it is closed.
 *
 * @param seconds that it took to fetch
 */
record ExportedLog(Path file, Path publicKey, double seconds) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("target/bench");
    private static final String PACKAGE = "target/quarkus-app/";

    static ExportedLog fetch(ServiceClient client) {
        Path file = FOLDER.resolve("audit.ndjson");
        Path publicKey = FOLDER.resolve("audit.pem");
        try {
            Files.writeString(
                    publicKey,
                    client.get("/v1/audit/keys").body().path(0).path("pem").asText());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        long begin = System.nanoTime();
        client.download("/v1/audit/export", file);
        return new ExportedLog(file, publicKey, (System.nanoTime() - begin) / 1e9);
    }

    double megabytes() {
        try {
            return Files.size(file) / 1e6;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** By the packaged verifier, which asks neither the service nor its database. */
    void requireIntact() {
        String classes = "%1$sapp/*:%1$slib/main/*:%1$slib/boot/*".formatted(PACKAGE);
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        AuditCommand.class.getName(),
                        "verify",
                        file.toString(),
                        "--key",
                        publicKey.toString())
                .redirectErrorStream(true);
        try {
            Process verifier = command.start();
            String said = new String(verifier.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (verifier.waitFor() != 0) {
                throw new IllegalStateException("the export is not intact:%n%s".formatted(said));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the verifier cannot be started", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        try (var lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode read = JSON.readTree(line);
                if (read.path("type").asText().equals("entry")) {
                    entries.add(read);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return entries;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(publicKey);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
