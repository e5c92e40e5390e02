package io.janua.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the service once what it is usually asked, then ends it: the JVM sees what a start and the first requests need,
 * and keeps it in an AOT cache (docs/adr/0029-a-cache-of-loaded-classes.md). Against a database that is thrown away
 * afterwards: the answers stay in it.
 */
@ApplicationScoped
class Rehearsal {

    private static final String GALLERY = "/v1/galleries/rehearsal";
    private static final String SUBJECT = GALLERY + "/subjects/somebody";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;

    private final Optional<Path> picture;
    private final Optional<String> key;
    private final ObjectMapper json;
    private final String address;
    private final String managementAddress;
    private final HttpClient client = HttpClient.newHttpClient();

    Rehearsal(
            @ConfigProperty(name = "janua.rehearsal.picture") Optional<Path> picture,
            @ConfigProperty(name = "janua.security.bootstrap-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort,
            ObjectMapper json) {
        this.picture = picture;
        this.key = key;
        this.json = json;
        this.address = "http://127.0.0.1:%d".formatted(port);
        this.managementAddress = "http://127.0.0.1:%d".formatted(managementPort);
    }

    void begin(@Observes StartupEvent started) {
        // Not before this method returns does the service listen.
        picture.ifPresent(file -> Thread.ofPlatform().daemon().name("rehearsal").start(() -> rehearse(file)));
    }

    private void rehearse(Path file) {
        try {
            byte[] face = Files.readAllBytes(file);
            awaitReadiness();
            prepareGallery(face);
            for (int round = 0; round < ROUNDS; round++) {
                recognise(face);
                refuse(face);
            }
            look();
            Quarkus.asyncExit(0);
        } catch (IOException | RuntimeException failed) {
            Log.error("the rehearsal failed", failed);
            Quarkus.asyncExit(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            Quarkus.asyncExit(1);
        }
    }

    private void prepareGallery(byte[] face) throws IOException, InterruptedException {
        var gallery = Map.of("name", "rehearsal", "policy", Map.of("consent", "optional"));
        require(201, "POST", "/v1/galleries", "application/json", json.writeValueAsBytes(gallery));
        require(201, "PUT", SUBJECT, "application/json", json.writeValueAsBytes(Map.of()));
        require(201, "POST", SUBJECT + "/faces", "image/jpeg", face);
    }

    private void recognise(byte[] face) throws IOException, InterruptedException {
        var inJson = json.writeValueAsBytes(Map.of("image", face));
        require(200, "POST", GALLERY + "/verify?subject=somebody", "image/jpeg", face);
        require(200, "POST", GALLERY + "/identify", "image/jpeg", face);
        require(200, "POST", GALLERY + "/identify", "application/json", inJson);
        require(200, "POST", "/v1/detect", "image/jpeg", face);
    }

    private void refuse(byte[] face) throws IOException, InterruptedException {
        require(404, "POST", "/v1/galleries/absent/identify", "image/jpeg", face);
        require(400, "POST", "/v1/galleries", "application/json", new byte[] {'{'});
        var token = request("GET", "/v1/galleries").header("Authorization", "Bearer a.b.c");
        client.send(token.build(), BodyHandlers.discarding());
    }

    private void look() throws IOException, InterruptedException {
        for (String path : List.of("/v1/galleries", GALLERY + "/subjects", "/v1/models", "/v1/system")) {
            require(200, "GET", path, "application/json", new byte[0]);
        }
        client.send(request("GET", "/").build(), BodyHandlers.discarding());
        for (String path : List.of("/q/openapi", "/q/metrics", "/q/health")) {
            var question = HttpRequest.newBuilder(URI.create(managementAddress + path));
            client.send(question.build(), BodyHandlers.discarding());
        }
    }

    private void require(int status, String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        var request = request(method, path)
                .header("X-API-Key", key.orElseThrow())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        int answered = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (answered != status) {
            throw new IllegalStateException("%s %s answered %d".formatted(method, path, answered));
        }
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .method(method, BodyPublishers.noBody());
    }

    private void awaitReadiness() throws IOException, InterruptedException {
        var question = HttpRequest.newBuilder(URI.create(managementAddress + "/q/health/ready"))
                .timeout(TIMEOUT)
                .build();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!isReady(question)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready within %s".formatted(TIMEOUT));
            }
            Thread.sleep(50);
        }
    }

    private boolean isReady(HttpRequest question) throws IOException, InterruptedException {
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException notListeningYet) {
            return false;
        }
    }
}
