package io.janua.bench;

import io.janua.support.TestModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, reachable from this machine only, stopped when it is closed. */
final class ServiceUnderTest implements AutoCloseable {

    /** The reaches are meant for two cores; on a larger machine the service still gets two threads for inference. */
    static final int INFERENCE_THREADS = 2;

    private static final Path PACKAGE = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path LOG = Path.of("target/bench/service.log");
    /** Where the models are from is the machine's matter. */
    private static final Set<String> KEPT = Set.of("JANUA_MODEL_MIRROR", "JANUA_MODEL_FALLBACK");

    private static final List<String> LIMITS = List.of(
            "JANUA_KEY_REQUESTS_PER_MINUTE", "JANUA_USER_REQUESTS_PER_MINUTE", "JANUA_TENANT_REQUESTS_PER_MINUTE");
    private static final String PORT = "JANUA_HTTP_PORT";
    private static final String NO_LIMIT = "10000000";
    private static final int LOG_LINES_SHOWN = 20;
    private static final String HOST = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    /** The same for every service of this run: a database keeps the first key that it saw. */
    private static final String KEY = "janua_" + UUID.randomUUID() + UUID.randomUUID();

    private final ServiceClient client;
    private final AtExit stopping;
    private final long begin;
    private volatile Process process;

    private ServiceUnderTest(ProcessBuilder builder, ServiceClient client) throws IOException {
        this.client = client;
        // First, because it refuses when this process ends already.
        stopping = new AtExit(this::stop);
        begin = System.nanoTime();
        process = builder.start();
    }

    /** Returns when the service is ready. */
    static ServiceUnderTest start(BenchDatabase database) {
        return start(database, Map.of());
    }

    /** @param more environment variables, besides those that every measured service gets; a port that others know, too */
    static ServiceUnderTest start(BenchDatabase database, Map<String, String> more) {
        return start(database, more, onTheJvm(cacheOptions()));
    }

    /** Without the AOT cache. */
    static ServiceUnderTest startPlain(BenchDatabase database) {
        return start(database, Map.of(), onTheJvm(List.of()));
    }

    /** What {@code ./janua native} built. */
    static ServiceUnderTest startExecutable(BenchDatabase database) {
        return start(database, Map.of(), List.of(executable().orElseThrow().toString()));
    }

    private static ServiceUnderTest start(BenchDatabase database, Map<String, String> more, List<String> command) {
        int port = Optional.ofNullable(more.get(PORT)).map(Integer::valueOf).orElseGet(ServiceUnderTest::freePort);
        int managementPort = freePort();
        var builder = new ProcessBuilder(command);
        // Only what is said here: the caller's own installation may have another pack or another pool.
        builder.environment().keySet().removeIf(name -> name.startsWith("JANUA_") && !KEPT.contains(name));
        builder.environment().putAll(database.settings());
        // What it takes to serve is measured, and not how it turns away whoever asks too often.
        LIMITS.forEach(limit -> builder.environment().put(limit, NO_LIMIT));
        builder.environment().putAll(more);
        builder.environment()
                .putAll(Map.of(
                        "JANUA_HTTP_HOST",
                        HOST,
                        PORT,
                        String.valueOf(port),
                        "JANUA_MANAGEMENT_HOST",
                        HOST,
                        "JANUA_MANAGEMENT_PORT",
                        String.valueOf(managementPort),
                        "JANUA_BOOTSTRAP_KEY",
                        KEY,
                        "JANUA_MODEL_STORE",
                        TestModels.folder().toString(),
                        "JANUA_VISION_THREADS",
                        String.valueOf(INFERENCE_THREADS)));
        try {
            Files.createDirectories(LOG.getParent());
            builder.redirectErrorStream(true).redirectOutput(LOG.toFile());
            var service = new ServiceUnderTest(builder, new ServiceClient(address(port), address(managementPort), KEY));
            service.awaitReadiness();
            return service;
        } catch (IOException failed) {
            throw new UncheckedIOException("The service cannot be started", failed);
        }
    }

    /** JVM options, as {@code ./janua up} gives them to the service. */
    static String options() {
        return Optional.ofNullable(System.getenv("JANUA_JAVA_OPTS")).orElse("").strip();
    }

    ServiceClient client() {
        return client;
    }

    String address() {
        return client.address();
    }

    /** The key with which an installation begins. */
    static String key() {
        return KEY;
    }

    long pid() {
        return process.pid();
    }

    /** Since the process was started. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** With SIGKILL, which it cannot notice. Returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        stopping.now();
    }

    private void awaitReadiness() {
        while (!client.ready()) {
            if (!process.isAlive() || age().compareTo(START_LIMIT) > 0) {
                close();
                throw new IllegalStateException("The service did not become ready. It said:%n%s".formatted(logTail()));
            }
            pause();
        }
    }

    /** Short: it is part of the time to readiness. */
    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether {@code ./janua} made an AOT cache for what is measured. */
    static boolean hasCache() {
        return !cacheOptions().isEmpty();
    }

    /** The AOT cache that {@code ./janua} made, as {@code ./janua up} gives it to the service; empty where there is none. */
    private static List<String> cacheOptions() {
        return Optional.ofNullable(System.getenv("JANUA_AOT_CACHE"))
                .map(cache -> List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off"))
                .orElse(List.of());
    }

    /** Empty where {@code ./janua native} has built none. */
    static Optional<Path> executable() {
        return Optional.ofNullable(System.getenv("JANUA_BENCH_EXECUTABLE")).map(Path::of);
    }

    private static List<String> onTheJvm(List<String> cacheOptions) {
        if (!Files.isRegularFile(PACKAGE)) {
            throw new IllegalStateException("%s is missing: measure with ./janua bench".formatted(PACKAGE));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!options().isEmpty()) {
            command.addAll(List.of(options().split("\\s+")));
        }
        command.addAll(cacheOptions);
        // As ./janua up says it: the cache is for a jar of this name.
        command.addAll(List.of("-jar", PACKAGE.toAbsolutePath().toString()));
        return command;
    }

    private static String logTail() {
        try {
            List<String> lines = Files.readAllLines(LOG);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException unreadable) {
            return "(its log %s cannot be read)".formatted(LOG);
        }
    }

    private static String address(int port) {
        return "http://%s:%d".formatted(HOST, port);
    }

    /** A free port for services that follow each other at one address. */
    static String portFromNowOn() {
        return String.valueOf(freePort());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
