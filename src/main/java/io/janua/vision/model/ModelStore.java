package io.janua.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The folder with the model files. A file counts only when its length and SHA-256 are those of the catalogue.
 *
 * <p>What is missing comes from this build where it carries the file, else from the mirror folder, else from the authors'
 * address: the nearer has the same bytes, or the digest refuses them, and needs no network.
 */
public final class ModelStore {

    /** Firewalls drop packets instead of refusing them, and somebody waits at a terminal. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** A bad line pauses; one that pauses longer will not bring megabytes. */
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(30);

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final Optional<Path> mirror;
    private final Optional<FetchProgress> progress;
    private final Duration patience;

    public ModelStore(Path folder, Optional<Path> mirror, Optional<FetchProgress> progress) {
        this(folder, mirror, progress, BODY_PATIENCE);
    }

    /** @param patience with a download of which nothing comes any more */
    ModelStore(Path folder, Optional<Path> mirror, Optional<FetchProgress> progress, Duration patience) {
        this.folder = folder;
        this.mirror = mirror;
        this.progress = progress;
        this.patience = patience;
    }

    /** {@code JANUA_MODEL_MIRROR}, else the folder shared/models beside the checkout where there is one. */
    public static Optional<Path> defaultMirror() {
        return Optional.ofNullable(System.getenv("JANUA_MODEL_MIRROR"))
                .filter(path -> !path.isBlank())
                .or(() -> Optional.of("../shared/models"))
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /** The verified file if it is in the store already. */
    public Optional<Path> find(ModelEntry model) {
        Path file = folder.resolve(model.file());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return FileDigest.of(bytes).isOf(model) ? Optional.of(file) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The model file %s cannot be read".formatted(file), unreadable);
        }
    }

    /**
     * The verified file, fetched if needed.
     *
     * @throws ModelUnobtainable with what was tried and where to put the file by hand
     */
    public Path obtain(ModelEntry model) {
        Optional<Path> present = find(model);
        if (present.isPresent()) {
            return present.get();
        }
        List<String> failures = new ArrayList<>();
        Optional<InputStream> carried = CarriedModels.open(model);
        if (carried.isPresent()) {
            try (InputStream bytes = carried.get()) {
                return save(model, bytes, OptionalLong.empty());
            } catch (IOException failed) {
                failures.add("this build: " + reason(failed));
            }
        }
        if (mirror.isPresent()) {
            Path source = mirror.get().resolve(model.file());
            try (InputStream bytes = Files.newInputStream(source)) {
                return save(model, bytes, OptionalLong.of(Files.size(source)));
            } catch (IOException failed) {
                failures.add("mirror %s: %s".formatted(source, reason(failed)));
            }
        }
        if (model.address().isPresent()) {
            try {
                return download(model, model.address().get());
            } catch (IOException failed) {
                failures.add("address: " + reason(failed));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failures.add("address: interrupted");
            }
        }
        throw new ModelUnobtainable(model, folder, failures);
    }

    private Path download(ModelEntry model, URI address) throws IOException, InterruptedException {
        progress.ifPresent(listener -> listener.trying(model, address.toString()));
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var request =
                    HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream bytes = new ImpatientStream(answer.body(), patience)) {
                if (answer.statusCode() != 200) {
                    throw new IOException("HTTP status " + answer.statusCode());
                }
                return save(model, bytes, answer.headers().firstValueAsLong("Content-Length"));
            }
        }
    }

    /** Into a file of its own first, then renamed: a killed process leaves no half model under a good name. */
    private Path save(ModelEntry model, InputStream bytes, OptionalLong announced) throws IOException {
        if (announced.isPresent() && announced.getAsLong() != model.bytes()) {
            throw new IOException(
                    "has %d bytes, the catalogue says %d".formatted(announced.getAsLong(), model.bytes()));
        }
        Files.createDirectories(folder);
        // Not a temporary file, which its owner alone may read: the service often runs as somebody else.
        Path unfinished = folder.resolve("%s.%s.part".formatted(model.file(), UUID.randomUUID()));
        try {
            MessageDigest digest = FileDigest.newSha256();
            try (OutputStream target = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                copy(model, new DigestInputStream(bytes, digest), target);
            }
            String actual = FileDigest.hexadecimal(digest);
            if (!actual.equals(model.sha256())) {
                throw new IOException("sha256 is %s, the catalogue says %s".formatted(actual, model.sha256()));
            }
            Path file = folder.resolve(model.file());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void copy(ModelEntry model, InputStream source, OutputStream target) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long copied = 0;
        for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
            copied += read;
            if (copied > model.bytes()) {
                throw new IOException("has more than the %d bytes of the catalogue".formatted(model.bytes()));
            }
            target.write(buffer, 0, read);
            long soFar = copied;
            progress.ifPresent(listener -> listener.copied(model, soFar));
        }
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null
                ? "cannot be reached (%s)".formatted(failed.getClass().getSimpleName())
                : "%s (%s)".formatted(failed.getMessage(), failed.getClass().getSimpleName());
    }
}
