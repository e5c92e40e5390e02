package io.janua.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What the service says to whoever starts, stops and watches it. */
@QuarkusTest
class HealthTest {

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @Test
    void eachProbeAsksWhatItsReaderCanHelpWith() {
        probe("/started").body("checks.name", hasItem("models"));
        probe("/live").body("checks.name", hasItem("jobs"));
        probe("/ready").body("checks.name", hasItems("models", "disk"));
        probe("/well").body("checks.name", hasItems("database", "audit", "hooks", "search"));
    }

    /** All instances ask the same one: another instance would be no better. */
    @Test
    void aLostDatabaseMakesNoInstanceUnready() {
        probe("/ready").body("checks.name", not(hasItem("database")));
    }

    @Test
    void aHealthyServiceIsUpInEverything() {
        probe("").body("status", equalTo("UP")).body("checks.status", everyItem(equalTo("UP")));
    }

    private ValidatableResponse probe(String which) {
        return given().get(health + which).then().statusCode(200);
    }
}
