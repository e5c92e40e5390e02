package io.janua.api;

import static io.janua.support.Api.atManagement;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.janua.support.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the service says to whoever starts, stops and watches it. */
@QuarkusTest
class HealthTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void eachProbeAsksWhatItsReaderCanHelpWith() {
        probe("/started").body("checks.name", hasItem("models"));
        probe("/live").body("checks.name", hasItem("jobs"));
        probe("/ready").body("checks.name", hasItem("models"));
        await().atMost(SOON).untilAsserted(() -> probe("/well")
                .body("checks.name", hasItems("database", "audit", "hooks", "search")));
    }

    /** All instances ask the same one: another instance would be no better. */
    @Test
    void aLostDatabaseMakesNoInstanceUnready() {
        TestDatabase.proxy().cut();
        try {
            await().atMost(SOON).untilAsserted(() -> atManagement()
                    .get("/q/health/well")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'database' }.status", equalTo("DOWN")));
            probe("/ready").body("checks.name", not(hasItem("database")));
            probe("/live");
        } finally {
            TestDatabase.proxy().restore();
        }
        await().atMost(SOON).untilAsserted(() -> probe("/well"));
    }

    @Test
    void aHealthyServiceIsUpInEverything() {
        // What other tests took away has just come back.
        await().atMost(SOON)
                .untilAsserted(
                        () -> probe("").body("status", equalTo("UP")).body("checks.status", everyItem(equalTo("UP"))));
    }

    private ValidatableResponse probe(String which) {
        return atManagement().get("/q/health" + which).then().statusCode(200);
    }
}
