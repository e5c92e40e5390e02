package io.janua.api;

import static io.janua.support.Keycloak.bearing;
import static io.janua.support.Keycloak.machineToken;
import static io.janua.support.Keycloak.newAccount;
import static io.janua.support.Keycloak.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Keycloak;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token says itself how long it is good, and yet ends with its session. */
@QuarkusTest
class EndedSessionsTest {

    /** A second, and some of the test machine's own. */
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void aDisabledAccountIsRefusedWithinASecond() {
        var account = newAccount("default", "admin");
        String token = signIn(account).access();
        request(token).then().statusCode(200);

        Keycloak.disable(account);

        refusedWithin(SOON, token).body("code", equalTo("token_invalid"));
    }

    @Test
    void aSessionThatWasSignedOutIsRefusedWithinASecond() {
        var tokens = signIn(newAccount("default", "admin"));
        request(tokens.access()).then().statusCode(200);

        Keycloak.signOut(tokens);

        refusedWithin(SOON, tokens.access()).body("code", equalTo("token_invalid"));
    }

    @Test
    void aMachineWhoseAccountWasDisabledIsRefusedWithinASecond() {
        String token = machineToken("default", "device");
        request(token).then().statusCode(200);

        Keycloak.disableMachine();
        try {
            refusedWithin(SOON, token).body("code", equalTo("token_invalid"));
        } finally {
            Keycloak.enableMachine();
        }
    }

    @Test
    void aTokenThatHasExpiredIsRefusedAsSuch() {
        String token = Keycloak.tokenOfNewClient(
                List.of("janua", "openid", "basic", "profile", "roles"), 1, "default", "admin");

        Response answer;
        Instant end = Instant.now().plusSeconds(60);
        do {
            answer = request(token);
        } while (!"token_expired".equals(answer.path("code")) && Instant.now().isBefore(end));

        answer.then().statusCode(401).body("code", equalTo("token_expired"));
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void newSigningKeysAreFollowed_andOldOnesEndWhenTheyAreRemoved() {
        String before = machineToken("default", "device");
        request(before).then().statusCode(200);

        String key = Keycloak.addSigningKey();
        String rotated = machineToken("default", "device");
        try {
            Instant end = Instant.now().plusSeconds(30);
            // The keys may have been fetched a moment ago, and then wait.
            while (request(rotated).statusCode() != 200 && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            request(rotated).then().statusCode(200);
            request(before).then().statusCode(200);
        } finally {
            Keycloak.removeSigningKey(key);
        }

        refusedWithin(SOON, rotated).body("code", equalTo("token_invalid"));
        request(before).then().statusCode(200);
    }

    private static Response request(String token) {
        return bearing(token).get("/v1/galleries");
    }

    private static ValidatableResponse refusedWithin(Duration limit, String token) {
        Instant end = Instant.now().plus(limit);
        Response answer = request(token);
        while (answer.statusCode() != 401 && Instant.now().isBefore(end)) {
            answer = request(token);
        }
        // What was asked before the limit may be answered late; what is asked after it counts.
        return (answer.statusCode() == 401 ? answer : request(token)).then().statusCode(401);
    }
}
