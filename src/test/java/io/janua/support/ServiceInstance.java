package io.janua.support;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, one of several at a database. */
public final class ServiceInstance implements AutoCloseable {

    /** The service as one executable; absent where its package on the JVM is tested. */
    public static final String EXECUTABLE = System.getProperty("janua.test.executable");

    private static final List<String> ON_THE_JVM = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            "target/quarkus-app/quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final int port = freePort();
    private final int managementPort = freePort();
    private final Process process;

    private ServiceInstance(String name, List<String> command, Map<String, String> configuration) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", name + ".log").toFile());
        var environment = builder.environment();
        configure(environment, configuration);
        environment.put("JANUA_HTTP_PORT", String.valueOf(port));
        environment.put("JANUA_MANAGEMENT_PORT", String.valueOf(managementPort));
        process = builder.start();
    }

    /**
     * Does not wait until it is ready. It is of the kind of package that is tested.
     *
     * @param name of its log, in the folder target
     * @param configuration by property
     */
    public static ServiceInstance begin(String name, Map<String, String> configuration) {
        return begin(name, EXECUTABLE == null ? ON_THE_JVM : List.of(EXECUTABLE), configuration);
    }

    /** On the JVM, whatever is tested. */
    public static ServiceInstance beginOnTheJvm(String name, Map<String, String> configuration) {
        return begin(name, ON_THE_JVM, configuration);
    }

    private static ServiceInstance begin(String name, List<String> command, Map<String, String> configuration) {
        try {
            return new ServiceInstance(name, command, configuration);
        } catch (IOException failed) {
            throw new UncheckedIOException("the service cannot be started: ./janua test builds it", failed);
        }
    }

    public ServiceInstance awaitReady() {
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended while it started; its log in target says why");
        }
        return this;
    }

    /** The same request, sent here. */
    public RequestSpecification to(RequestSpecification request) {
        return request.baseUri("http://127.0.0.1").port(port);
    }

    /** Requests that say nothing else are sent here. */
    public void becomeUsual() {
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port = port;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    /** As it calls itself. */
    public String id() {
        Response system = to(Api.asAdmin()).get("/v1/system");
        return system.path("instances.find { it.self }.id");
    }

    /** With SIGKILL, which it cannot notice. Returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    private boolean isReady() {
        try {
            var connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort))
                            .toURL()
                            .openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @param configuration by property; nothing else of Janua's stays in the environment, but where models are */
    static void configure(Map<String, String> environment, Map<String, String> configuration) {
        environment.keySet().removeIf(variable -> variable.startsWith("JANUA_") && !variable.contains("MODEL"));
        configuration.forEach((property, value) -> environment.put(variable(property), value));
    }

    /** As MicroProfile Config derives a variable's name from a property's. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Below those that the system gives to connections: one of them might take it before the service does. */
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
}
