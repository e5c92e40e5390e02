package io.janua.security.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A transit engine as Vault's API documentation describes it, with the status codes of Vault's sources. */
final class TestingVault implements AutoCloseable {

    /** How the next answers fail. */
    enum Mood {
        WELL,
        SEALED,
        SILENT,
        /** Sends its headers and then nothing. */
        DRIPPING,
        MALFORMED,
        WITHOUT_DATA,
        NOT_BASE64,
        HANGING_UP_ONCE
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final AtomicInteger requests = new AtomicInteger();
    volatile Mood mood = Mood.WELL;
    volatile String acceptedToken = "hvs.first";

    private final Map<String, Aead> keys = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    TestingVault(String... keyNames) {
        for (String name : keyNames) {
            keys.put(name, TenantKeyset.open(TenantKeyset.generate()));
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
        server.createContext("/v1/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
            switch (mood) {
                case WELL -> serve(exchange, question);
                case SEALED -> respond(exchange, 503, "{\"errors\":[\"Vault is sealed\"]}");
                case SILENT -> awaitClosing();
                case DRIPPING -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().flush();
                    awaitClosing();
                }
                case MALFORMED -> respond(exchange, 200, "<html>a proxy's page</html>");
                case WITHOUT_DATA -> respond(exchange, 200, "{\"data\":{}}");
                case NOT_BASE64 -> respond(exchange, 200, "{\"data\":{\"plaintext\":\"!secret!\"}}");
                // Closing without an answer.
                case HANGING_UP_ONCE -> mood = Mood.WELL;
            }
        }
    }

    private void serve(HttpExchange exchange, JsonNode question) throws IOException {
        if (!acceptedToken.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            respond(exchange, 403, "{\"errors\":[\"permission denied\"]}");
            return;
        }
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (!exchange.getRequestMethod().equals("POST") || path.length != 5 || !path[2].equals("transit")) {
            respond(exchange, 404, "{\"errors\":[\"no handler for route\"]}");
            return;
        }
        Aead key = keys.get(path[4]);
        if (key == null) {
            respond(exchange, 400, "{\"errors\":[\"encryption key not found\"]}");
            return;
        }
        try {
            byte[] associatedData =
                    Base64.getDecoder().decode(question.path("associated_data").textValue());
            respond(
                    exchange,
                    200,
                    switch (path[3]) {
                        case "encrypt" -> encrypt(key, question, associatedData);
                        case "decrypt" -> decrypt(key, question, associatedData);
                        default -> throw new IllegalArgumentException("unsupported path");
                    });
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            respond(exchange, 400, "{\"errors\":[\"invalid ciphertext: unable to decrypt\"]}");
        }
    }

    private static String encrypt(Aead key, JsonNode question, byte[] associatedData) throws GeneralSecurityException {
        byte[] plaintext = Base64.getDecoder().decode(question.path("plaintext").textValue());
        return "{\"data\":{\"ciphertext\":\"vault:v1:%s\",\"key_version\":1}}"
                .formatted(Base64.getEncoder().encodeToString(key.encrypt(plaintext, associatedData)));
    }

    private static String decrypt(Aead key, JsonNode question, byte[] associatedData) throws GeneralSecurityException {
        String ciphertext = question.path("ciphertext").textValue();
        if (!ciphertext.startsWith("vault:v1:")) {
            throw new IllegalArgumentException("no prefix");
        }
        byte[] sealed = Base64.getDecoder().decode(ciphertext.substring("vault:v1:".length()));
        return "{\"data\":{\"plaintext\":\"%s\"}}"
                .formatted(Base64.getEncoder().encodeToString(key.decrypt(sealed, associatedData)));
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
