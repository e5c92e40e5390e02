package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
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
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Somebody tries keys, from an address of their own: Linux answers on the whole of 127.0.0.0/8. */
@QuarkusTest
class FloodTest {

    private static final String ADDRESS = "127.0.0.2";
    private static final String ANOTHER_ADDRESS = "127.0.0.5";
    private static final int ATTEMPTS = 2000;
    private static final int AT_A_TIME = 16;
    private static final int RIGHT_EVERY = 100;

    private final HttpClient client = client(ADDRESS);

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

    @Test
    void aKeyAndATokenTogetherRunIntoTheSameLimit() throws Exception {
        var both = models().header("X-API-Key", FIRST_KEY)
                .header("Authorization", "Bearer a.b.c")
                .build();
        try (var confused = client(ANOTHER_ADDRESS);
                var devices = Executors.newFixedThreadPool(AT_A_TIME)) {
            Callable<Integer> attempt = () ->
                    confused.send(both, HttpResponse.BodyHandlers.discarding()).statusCode();
            var statuses = devices.invokeAll(Collections.nCopies(ATTEMPTS, attempt)).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());

            assertThat(statuses).containsExactlyInAnyOrder(400, 429);
        }
    }

    private HttpResponse<String> models(String key) throws IOException, InterruptedException {
        return client.send(models().header("X-API-Key", key).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder models() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/models".formatted(RestAssured.port)));
    }

    private static HttpClient client(String address) {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }
}
