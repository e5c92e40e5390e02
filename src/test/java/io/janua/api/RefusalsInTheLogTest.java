package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is turned away is written down: in the log of their tenant, or of the platform where nobody knows them. */
@QuarkusTest
class RefusalsInTheLogTest {

    private static final String ADDRESS = "127.0.0.3";
    private static final String ANOTHER_ADDRESS = "127.0.0.4";

    @Test
    void aWrongKey() throws Exception {
        String request = UUID.randomUUID().toString();
        try (var client = client(ADDRESS)) {
            var sent = request(request).header("X-API-Key", "janua_" + UUID.randomUUID());

            assertThat(send(client, sent)).isEqualTo(401);
        }

        entry(request, Map.of("action", "login.refuse", "outcome", "api_key_unknown", "actor", "nobody"))
                .then()
                .body("items[0].entry.facts.address", equalTo(ADDRESS));
    }

    @Test
    void aKeyAndATokenTogether() throws Exception {
        String request = UUID.randomUUID().toString();
        try (var client = client(ANOTHER_ADDRESS)) {
            var sent = request(request).header("X-API-Key", FIRST_KEY).header("Authorization", "Bearer a.b.c");

            assertThat(send(client, sent)).isEqualTo(400);
        }

        entry(request, Map.of("action", "login.refuse", "outcome", "credentials_ambiguous", "actor", "nobody"))
                .then()
                .body("items[0].entry.facts.address", equalTo(ANOTHER_ADDRESS));
    }

    @Test
    void aRevokedKeyNamesItself() {
        String key = newKey(List.of("galleries.read"), null);
        String id = asAdmin()
                .queryParam("limit", 500)
                .get("/v1/api-keys")
                .jsonPath()
                .getString("items.find { it.prefix == '%s' }.id".formatted(key.substring(0, 12)));
        asAdmin().delete("/v1/api-keys/{id}", id).then().statusCode(200);

        String request = named(as(key), 401);

        entry(request, Map.of("action", "login.refuse", "outcome", "api_key_revoked", "actor", "api-key:" + id));
    }

    @Test
    void aKeyThatIsNotForThis() {
        String request = named(as(newKey(List.of("detect"), null)), 403);

        entry(request, Map.of("action", "request.refuse", "outcome", "operation_not_permitted"))
                .then()
                .body("items[0].entry.facts.path", equalTo("/v1/galleries"));
    }

    /** Of an address of its own: of one address, the log keeps only the first few of a minute. */
    private static HttpClient client(String address) {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpRequest.Builder request(String id) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/galleries".formatted(RestAssured.port)))
                .header("X-Request-Id", id);
    }

    private static int send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** @return the id of the request */
    private static String named(RequestSpecification request, int status) {
        String id = UUID.randomUUID().toString();
        request.header("X-Request-Id", id)
                .get("/v1/galleries")
                .then()
                .statusCode(status)
                .header("X-Request-Id", equalTo(id));
        return id;
    }

    /** Entries of refusals follow their answer. */
    private static Response entry(String request, Map<String, String> filter) {
        return await().until(
                        () -> asAdmin().queryParams(filter).get("/v1/audit/entries"),
                        page -> page.jsonPath().getList("items.entry.requestId").contains(request));
    }
}
