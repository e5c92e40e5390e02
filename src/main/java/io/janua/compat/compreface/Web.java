package io.janua.compat.compreface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One of the two services, as a client of HTTP sees it. */
final class Web {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);
    /** The largest picture that Janua takes; more of a longer one need not be read. */
    private static final int MAX_ANSWER_BYTES = 20_000_001;

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    /**
     * @param name as people know it
     * @param address {@code http(s)://host:port}
     */
    Web(String name, URI address) {
        this.name = name;
        this.address = address;
    }

    record Answer(int status, byte[] body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(address.resolve(pathAndQuery));
    }

    /** For requests with little to send, which somebody who lives answers in this time. */
    HttpRequest.Builder quickRequest(String pathAndQuery) {
        return request(pathAndQuery).timeout(ANSWER_LIMIT);
    }

    Answer send(HttpRequest request) throws Unusable {
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer(answer.statusCode(), body.readNBytes(MAX_ANSWER_BYTES));
            }
        } catch (IOException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof Unusable source) {
                    // What was being sent could not be read to its end.
                    throw source;
                }
            }
            throw new Unusable("%s does not answer at %s (%s). Look whether it runs and whether the address is right."
                    .formatted(name, address, failed.getClass().getSimpleName()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted.");
        }
    }

    JsonNode json(Answer answer) throws Unusable {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException other) {
            throw new Unusable("What answers at %s is not %s.".formatted(address, name));
        }
    }
}
