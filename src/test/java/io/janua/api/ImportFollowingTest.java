package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Imports.started;
import static io.janua.support.Keycloak.newAccount;
import static io.janua.support.Keycloak.signIn;
import static io.janua.support.TestPictures.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.Keycloak;
import io.janua.support.TestArchive;
import io.janua.support.TestKeycloak;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever follows an import is told no longer than their credentials are good. */
@QuarkusTest
@QuarkusTestResource(TestKeycloak.class)
class ImportFollowingTest {

    private static final int SILENCE_MILLIS = 60_000;

    @TestHTTPResource
    URI service;

    private String id;

    /** No job works on it any more, so it runs until the test has ended. */
    @BeforeEach
    void anImportThatDoesNotEnd() {
        id = started(
                FIRST_KEY,
                newGallery(),
                TestArchive.of().with("bob/1.jpg", flat(400, 400, ".jpg")).bytes());
        Imports.ended(FIRST_KEY, id);
        setState("RUNNING");
    }

    @AfterEach
    void nothingRunsOn() {
        setState("DONE");
    }

    @Test
    void aPersonIsToldUntilSigningOut() throws IOException {
        Keycloak.Tokens tokens = signIn(newAccount("default", "enroller"));
        try (var events = follow("Authorization", "Bearer " + tokens.access())) {
            assertThat(nextEvent(events)).contains("\"state\":\"running\"");
            assertThat(nextEvent(events)).contains("\"state\":\"running\"");

            Keycloak.signOut(tokens);

            assertEnds(events);
        }
    }

    @Test
    void aTokenThatExpiresEndsTheEvents() throws IOException {
        String token = Keycloak.tokenOfNewClient(
                List.of("janua", "openid", "basic", "profile", "roles"), 5, "default", "enroller");
        try (var events = follow("Authorization", "Bearer " + token)) {
            assertThat(nextEvent(events)).contains("\"state\":\"running\"");

            assertEnds(events);
        }
    }

    @Test
    void aKeyThatIsRevokedEndsTheEvents() throws IOException {
        Response key = asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "follower", "operations", List.of("enroll")))
                .post("/v1/api-keys");
        try (var events = follow("X-API-Key", key.path("secret"))) {
            assertThat(nextEvent(events)).contains("\"state\":\"running\"");

            asAdmin().delete("/v1/api-keys/{id}", key.<String>path("id")).then().statusCode(200);

            assertEnds(events);
        }
    }

    private BufferedReader follow(String header, String credentials) throws IOException {
        var connection = (HttpURLConnection)
                service.resolve("/v1/imports/%s/events".formatted(id)).toURL().openConnection();
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty(header, credentials);
        connection.setRequestProperty("Accept", "text/event-stream");
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String nextEvent(BufferedReader events) throws IOException {
        String line;
        do {
            line = events.readLine();
        } while (line != null && !line.startsWith("data:"));
        return line;
    }

    /** Long before the ten minutes are over. */
    private static void assertEnds(BufferedReader events) throws IOException {
        int most = 20;
        while (most > 0 && nextEvent(events) != null) {
            most--;
        }
        assertThat(most).isPositive();
    }

    private void setState(String state) {
        Database.execute(
                "UPDATE bulk_import SET state = ?, finished_at = CASE WHEN ? = 'DONE' THEN now() END WHERE id = ?::uuid",
                state,
                state,
                id);
    }
}
