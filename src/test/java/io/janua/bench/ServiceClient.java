package io.janua.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The API over HTTP with connections that stay open, for any number of threads. The older client of the JDK, because it
 * works on the calling thread: the newer one changes threads several times for each request, and both cores are wanted
 * for the service.
 */
final class ServiceClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration READINESS_LIMIT = Duration.ofSeconds(5);

    static {
        // Connections kept open to one address; the default of five is fewer than there are clients.
        System.setProperty("http.maxConnections", "16");
    }

    private final String address;
    private final URI readiness;
    private final String key;

    ServiceClient(String address, String managementAddress, String key) {
        this.address = address;
        this.readiness = URI.create(managementAddress + "/q/health/ready");
        this.key = key;
    }

    String address() {
        return address;
    }

    /** An answer; {@code body} is empty JSON where there was none. */
    record Answer(int status, JsonNode body) {

        /** Whether the answer is that it is this subject. */
        boolean identifies(String subject) {
            return isIdentified() && subject.equals(body.path("subject").asText());
        }

        boolean identifiesAnother(String subject) {
            return isIdentified() && !subject.equals(body.path("subject").asText());
        }

        private boolean isIdentified() {
            return status == 200 && "identified".equals(body.path("outcome").asText());
        }

        /** Whether this subject is the nearest, a match or not. */
        boolean showsFirst(String subject) {
            return status == 200
                    && subject.equals(
                            body.path("candidates").path(0).path("subject").asText());
        }

        /** Whether this subject is the best match, whatever else is said. */
        boolean ranksFirst(String subject) {
            JsonNode best = body.path("candidates").path(0);
            return status == 200
                    && subject.equals(best.path("subject").asText())
                    && best.path("accepted").asBoolean();
        }
    }

    boolean ready() {
        try {
            var connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setReadTimeout((int) READINESS_LIMIT.toMillis());
            return connection.getResponseCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    /** It asks for no consent: the people of a benchmark are drawn. */
    void createGallery(String gallery, Map<String, Object> policy) {
        Map<String, Object> complete = new HashMap<>(policy);
        complete.put("consent", "optional");
        String body =
                JSON.valueToTree(Map.of("name", gallery, "policy", complete)).toString();
        require(201, send("POST", "/v1/galleries", "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Creates the subject and enrols the picture. */
    void enroll(String gallery, String subject, byte[] picture) {
        String path = subjectPath(gallery, subject);
        require(201, send("PUT", path, "application/json", EMPTY_OBJECT));
        require(201, send("POST", path + "/faces", "image/jpeg", picture));
    }

    void erase(String gallery, String subject) {
        require(200, send("DELETE", subjectPath(gallery, subject), "application/json", EMPTY_OBJECT));
    }

    static String subjectPath(String gallery, String subject) {
        return "/v1/galleries/%s/subjects/%s".formatted(gallery, encoded(subject));
    }

    Answer get(String path) {
        return answer(open("GET", path, keyHeader()));
    }

    /** Of a gallery, how many templates are searched in memory; 0 where it is searched in the database. */
    long templatesInMemory(String gallery) {
        var galleries = get("/v1/system").body().path("search").path("galleries");
        return StreamSupport.stream(galleries.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(gallery)
                        && each.path("state").asText().equals("ready"))
                .mapToLong(each -> each.path("templates").asLong())
                .sum();
    }

    /** Reads the answer to the end and forgets it. */
    int status(String path, Map<String, String> headers) {
        try {
            var connection = open("GET", path, headers);
            int status = connection.getResponseCode();
            try (var answer = body(connection, status)) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
            return status;
        } catch (IOException failed) {
            throw new UncheckedIOException("GET did not answer", failed);
        }
    }

    Map<String, String> keyHeader() {
        return Map.of("X-API-Key", key);
    }

    /** @return how many bytes came */
    long download(String path, Path file) {
        try {
            var connection = open("GET", path, keyHeader());
            if (connection.getResponseCode() != 200) {
                throw new IllegalStateException("the service answered %d".formatted(connection.getResponseCode()));
            }
            try (var answer = connection.getInputStream()) {
                return Files.copy(answer, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("GET did not answer", failed);
        }
    }

    /** @param query for example {@code ?fpir=0.01}, or empty */
    Answer identify(String gallery, byte[] picture, String query) {
        return send("POST", "/v1/galleries/%s/identify%s".formatted(gallery, query), "image/jpeg", picture);
    }

    /** Whether the picture is taken for this subject's. */
    boolean verifies(String gallery, String subject, byte[] picture) {
        String path = "/v1/galleries/%s/verify?subject=%s".formatted(gallery, encoded(subject));
        return "match"
                .equals(send("POST", path, "image/jpeg", picture)
                        .body()
                        .path("outcome")
                        .asText());
    }

    Answer send(String method, String path, String contentType, byte[] body) {
        return send(method, path, contentType, body, Map.of());
    }

    /** @param headers besides the key */
    Answer send(String method, String path, String contentType, byte[] body, Map<String, String> headers) {
        var connection = open(method, path, keyHeader());
        headers.forEach(connection::setRequestProperty);
        connection.setRequestProperty("Content-Type", contentType);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (var upload = connection.getOutputStream()) {
            upload.write(body);
        } catch (IOException failed) {
            throw new UncheckedIOException("%s did not answer".formatted(method), failed);
        }
        return answer(connection);
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Sends a body that is made while it is sent. */
    Answer stream(String path, String contentType, Body body) {
        var connection = open("POST", path, keyHeader());
        connection.setRequestProperty("Content-Type", contentType);
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(0);
        try (var upload = connection.getOutputStream()) {
            body.writeTo(upload);
        } catch (IOException failed) {
            throw new UncheckedIOException("POST did not answer", failed);
        }
        return answer(connection);
    }

    private HttpURLConnection open(String method, String path, Map<String, String> headers) {
        try {
            var connection =
                    (HttpURLConnection) URI.create(address + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setReadTimeout((int) ANSWER_LIMIT.toMillis());
            headers.forEach(connection::setRequestProperty);
            return connection;
        } catch (IOException failed) {
            throw new UncheckedIOException("%s did not answer".formatted(method), failed);
        }
    }

    private static Answer answer(HttpURLConnection connection) {
        try {
            int status = connection.getResponseCode();
            try (var answer = body(connection, status)) {
                return new Answer(status, JSON.readTree(answer));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("%s did not answer".formatted(connection.getRequestMethod()), failed);
        }
    }

    private static InputStream body(HttpURLConnection connection, int status) throws IOException {
        InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return body == null ? InputStream.nullInputStream() : body;
    }

    /** The code alone: what the service says of it may name a subject. */
    private static void require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("the service answered %d %s instead of %d"
                    .formatted(answer.status(), answer.body().path("code").asText(), status));
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
