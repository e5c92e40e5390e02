package io.janua.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.RefusalsSeen;
import io.janua.support.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody tries keys, from an address of their own: Linux answers on the whole of 127.0.0.0/8. */
@QuarkusTest
class FloodTest {

    private static final String ADDRESS = "127.0.0.2";
    private static final int ATTEMPTS = 2000;
    private static final int AT_A_TIME = 16;
    private static final int RIGHT_EVERY = 100;

    private final HttpClient client = HttpClient.newBuilder()
            .localAddress(InetAddress.ofLiteral(ADDRESS))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Inject
    RefusalsSeen seen;

    @Test
    void wrongKeysRunIntoALimitWhileARightOnePasses() throws Exception {
        String right = TestKey.permitting("models.read").secret();
        var attempts = IntStream.range(0, ATTEMPTS)
                .<Callable<HttpResponse<String>>>mapToObj(
                        i -> () -> models(i % RIGHT_EVERY == 0 ? right : "janua_guess-number-" + i))
                .toList();
        Map<Integer, Long> answers = new TreeMap<>();
        try (var attackers = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (var answer : attackers.invokeAll(attempts)) {
                answers.merge(answer.get().statusCode(), 1L, Long::sum);
                if (answer.get().statusCode() == 429) {
                    assertThat(answer.get().body()).contains("too_many_failures");
                    assertThat(answer.get().headers().firstValue("Retry-After")).contains("1");
                    assertThat(answer.get().headers().firstValue("WWW-Authenticate"))
                            .isEmpty();
                }
            }
        }

        assertThat(answers.keySet()).containsExactly(200, 401, 429);
        assertThat(answers).containsEntry(200, (long) ATTEMPTS / RIGHT_EVERY);
        assertThat(seen.ofAddress(ADDRESS))
                .hasSize(ATTEMPTS - ATTEMPTS / RIGHT_EVERY)
                .filteredOn(refused -> refused.code().equals("too_many_failures"))
                .hasSize(answers.get(429).intValue());
        assertThat(models(right).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> models(String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/models".formatted(RestAssured.port)))
                .header("X-API-Key", key)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
