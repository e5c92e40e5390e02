package io.janua.dependencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdvisoriesTest {

    private static final List<String> TWO = List.of("pkg:maven/a/a@1", "pkg:maven/b/b@2");

    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"results\": [{}, {\"vulns\": [{\"id\": \"GHSA-1\"}, {\"id\": \"CVE-2\"}]}]}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsKnownIsToldByLibrary() throws Exception {
        assertThat(advisories().of(TWO)).isEqualTo(Map.of("pkg:maven/b/b@2", List.of("GHSA-1", "CVE-2")));
        JsonNode queries = new ObjectMapper().readTree(asked.get()).path("queries");
        assertThat(queries.path(1).path("package").path("purl").asText()).isEqualTo("pkg:maven/b/b@2");
    }

    @Test
    void whoDoesNotAnswerIsNoProofOfAnything() {
        status = 503;
        assertThatIOException().isThrownBy(() -> advisories().of(TWO));
        status = 200;
        answer = "{}";
        assertThatIOException().isThrownBy(() -> advisories().of(TWO));
        server.stop(0);
        assertThatIOException().isThrownBy(() -> advisories().of(TWO));
    }

    private Advisories advisories() {
        return new Advisories(URI.create("http://127.0.0.1:%d/v1/querybatch"
                .formatted(server.getAddress().getPort())));
    }
}
