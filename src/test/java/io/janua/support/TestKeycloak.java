package io.janua.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The Keycloak that {@code ./janua test} starts, with the realm of src/main/keycloak. The service reaches it through a
 * {@link CuttableProxy}, so that tests can take it away. Without one, the service takes API keys only, and only the
 * tests of people fail.
 */
public class TestKeycloak implements QuarkusTestResourceLifecycleManager {

    private static final Duration START = Duration.ofMinutes(3);

    private static CuttableProxy proxy;

    @Override
    public Map<String, String> start() {
        if (System.getenv("JANUA_TEST_OIDC_ISSUER") == null) {
            return Map.of();
        }
        URI issuer = URI.create(issuer());
        // What the service asks it for with little patience: the first answer of each takes longest.
        waitFor(URI.create(issuer + "/.well-known/openid-configuration"));
        waitFor(URI.create(issuer + "/protocol/openid-connect/certs"));
        proxy = new CuttableProxy(issuer.getHost(), issuer.getPort());
        return Map.of(
                "quarkus.oidc.token.issuer", issuer.toString(),
                "quarkus.oidc.auth-server-url", "http://127.0.0.1:%d%s".formatted(proxy.port(), issuer.getPath()));
    }

    @Override
    public void stop() {
        if (proxy != null) {
            proxy.close();
        }
    }

    /** What stands between the service and its identity provider. */
    public static CuttableProxy proxy() {
        return proxy;
    }

    /** The realm's address, as it stands in tokens. */
    static String issuer() {
        return setting("JANUA_TEST_OIDC_ISSUER");
    }

    /** {@code user:password} of an administrator of the whole server. */
    static String[] administrator() {
        return setting("JANUA_TEST_KEYCLOAK_ADMIN").split(":", 2);
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not set: run the tests with ./janua test, which starts a Keycloak for them"));
    }

    /** It starts beside the build, and may not be done yet. */
    private static void waitFor(URI address) {
        var question = HttpRequest.newBuilder(address).build();
        Instant end = Instant.now().plus(START);
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, question)) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Keycloak does not answer at " + address);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            Thread.sleep(Duration.ofMillis(100));
            return false;
        }
    }
}
