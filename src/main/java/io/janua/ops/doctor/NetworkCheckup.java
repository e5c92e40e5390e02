package io.janua.ops.doctor;

import static io.janua.ops.doctor.Finding.fail;
import static io.janua.ops.doctor.Finding.ok;
import static io.janua.ops.doctor.Finding.warn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.ops.offline.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/** Who is asked over HTTP: the identity provider, and the service itself where it runs. */
final class NetworkCheckup {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation installation;
    private final Consumer<Finding> found;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    NetworkCheckup(Installation installation, Consumer<Finding> found) {
        this.installation = installation;
        this.found = found;
    }

    void lookAtIdentityProvider() {
        String about = "identity provider";
        var issuer = installation.text("quarkus.oidc.token.issuer");
        if (issuer.isEmpty()) {
            found.accept(ok(about, "none: API keys only"));
            return;
        }
        String address = installation
                .text("quarkus.oidc.auth-server-url")
                .orElse(issuer.get())
                .replaceFirst("/+$", "");
        try {
            String says = JSON.readTree(get(address + "/.well-known/openid-configuration"))
                    .path("issuer")
                    .asText();
            found.accept(
                    says.equals(issuer.get())
                            ? ok(about, issuer.get())
                            : fail(
                                    about,
                                    "it calls itself '%s', and tokens must come from '%s'"
                                            .formatted(says, issuer.get()),
                                    "set JANUA_OIDC_ISSUER to its own name, letter by letter"));
        } catch (IOException | IllegalArgumentException silent) {
            found.accept(fail(
                    about,
                    "%s does not answer: %s".formatted(address, reason(silent)),
                    "nobody can sign in until it does; JANUA_OIDC_URL is where the service reaches it"));
        }
    }

    /** @param port of health */
    void lookAtService(int port) {
        try {
            HttpResponse<String> answer = send("http://127.0.0.1:%d/q/health/ready".formatted(port));
            if (answer.statusCode() == 200) {
                found.accept(ok("service", "ready"));
                return;
            }
            for (JsonNode check : JSON.readTree(answer.body()).path("checks")) {
                if (!"UP".equals(check.path("status").asText())) {
                    found.accept(fail(
                            "service",
                            "not ready: %s %s".formatted(check.path("name").asText(), check.path("data")),
                            "its log says more: .janua/log/service.log"));
                }
            }
        } catch (IOException silent) {
            found.accept(warn(
                    "service",
                    "its health does not answer on port %d: %s".formatted(port, reason(silent)),
                    "it may still be starting; else .janua/log/service.log"));
        }
    }

    private String get(String address) throws IOException {
        HttpResponse<String> answer = send(address);
        if (answer.statusCode() != 200) {
            throw new IOException("status %d".formatted(answer.statusCode()));
        }
        return answer.body();
    }

    private HttpResponse<String> send(String address) throws IOException {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static String reason(Exception silent) {
        return silent.getMessage() == null ? "no connection" : silent.getMessage();
    }
}
