package io.janua.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real broker, Mosquitto, on a port of this machine, with its files in a folder of the test. */
public final class TestBroker implements AutoCloseable {

    private static final String VARIABLE = "JANUA_TEST_MOSQUITTO";
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Path configuration;
    private final int port;
    private Process process;

    private TestBroker(Path folder, List<String> more) {
        this.folder = folder;
        port = freePort();
        configuration = folder.resolve("mosquitto.conf");
        var lines = new ArrayList<>(List.of(
                "listener %d 127.0.0.1".formatted(port),
                // As whoever runs the tests: otherwise it becomes a user who may not read the folder.
                "user " + System.getProperty("user.name"),
                "persistence true",
                "persistence_location %s/".formatted(folder),
                "log_dest file %s".formatted(folder.resolve("mosquitto.log"))));
        lines.addAll(more);
        write(configuration, lines);
        start();
    }

    /** Leaves a test out, and says why, where there is no Mosquitto. */
    public static void assumeInstalled() {
        Assumptions.assumeTrue(
                executable().isPresent(),
                "There is no Mosquitto here; install it, or set %s to its path.".formatted(VARIABLE));
    }

    /** Takes everybody. */
    public static TestBroker open(Path folder) {
        return new TestBroker(folder, List.of("allow_anonymous true"));
    }

    /**
     * Takes one user, who may do what is listed.
     *
     * @param rules Mosquitto's, as {@code topic write janua/#}
     */
    public static TestBroker withUser(Path folder, String username, String password, String... rules) {
        Path passwords = folder.resolve("passwords");
        Path permissions = folder.resolve("permissions");
        write(passwords, List.of());
        run(sibling("mosquitto_passwd"), "-b", passwords.toString(), username, password);
        write(
                permissions,
                Stream.concat(Stream.of("user " + username), Stream.of(rules)).toList());
        return new TestBroker(
                folder, List.of("allow_anonymous false", "password_file " + passwords, "acl_file " + permissions));
    }

    /** Speaks TLS, under that name. */
    public static TestBroker tls(Path folder, TestCertificates certificates, String name) {
        Path key = folder.resolve("broker.key");
        Path certificate = folder.resolve("broker.pem");
        try {
            KeyStore store =
                    KeyStore.getInstance(certificates.storeOf(name).toFile(), TestCertificates.PASSWORD.toCharArray());
            write(
                    key,
                    List.of(pem(
                            "PRIVATE KEY",
                            store.getKey("own", TestCertificates.PASSWORD.toCharArray())
                                    .getEncoded())));
            write(
                    certificate,
                    List.of(pem("CERTIFICATE", store.getCertificate("own").getEncoded())));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
        return new TestBroker(folder, List.of("allow_anonymous true", "keyfile " + key, "certfile " + certificate));
    }

    public int port() {
        return port;
    }

    public String url() {
        return "mqtt://127.0.0.1:%d".formatted(port);
    }

    /** It writes down what it keeps, and ends. */
    public void stop() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public void start() {
        try {
            process = new ProcessBuilder(executable().orElseThrow().toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mosquitto.out").toFile())
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(START).pollInterval(Duration.ofMillis(20)).until(this::listens);
    }

    /** It takes connections and says nothing. */
    public void pause() {
        run(Path.of("/bin/kill"), "-STOP", Long.toString(process.pid()));
    }

    public void resume() {
        run(Path.of("/bin/kill"), "-CONT", Long.toString(process.pid()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Mosquitto did not start: " + read(folder.resolve("mosquitto.out")));
        }
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Optional<Path> executable() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        // Debian puts it where only root's PATH leads.
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path sibling(String name) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/bin"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** Below those that the system gives to connections: one of them might take it before the broker does. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Then another one.
            }
        }
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----".formatted(what, lines);
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void run(Path program, String... arguments) {
        try {
            Process run = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(run.getInputStream().readAllBytes());
            if (run.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
