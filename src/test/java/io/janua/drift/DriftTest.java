package io.janua.drift;

import static io.janua.support.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.janua.support.AuditTrail;
import io.janua.support.EventListener;
import io.janua.support.MovableClock;
import io.janua.support.NeedsDefaultPack;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what was counted to whoever has to know. */
@QuarkusTest
class DriftTest {

    private static final String STAFF = "staff";
    private static final Duration MORE_THAN_A_WINDOW = Duration.ofDays(8);

    @Inject
    Recognitions recognitions;

    @Inject
    CountWriter writer;

    @Inject
    DriftJob job;

    @Inject
    MovableClock clock;

    @TestHTTPResource("/v1/events")
    URI events;

    private TestTenant tenant;

    @BeforeEach
    void aGallery() {
        tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, STAFF);
    }

    @AfterEach
    void today() {
        clock.putRight();
    }

    @Test
    void aCrossingIsToldOnce_andSoIsTheReturn() throws IOException {
        recognitions.claimed(tenant, STAFF, 1_000, 0.8);
        writer.write();
        clock.move(MORE_THAN_A_WINDOW);
        job.run();
        drift().body("baseline.chosen", equalTo(false)).body("verdict", equalTo("tooFew"));

        try (var listener = new EventListener(events, tenant.key(), null)) {
            recognitions.claimed(tenant, STAFF, 300, 0.5);
            writer.write();
            drift().body("verdict", equalTo("drifted"))
                    .body(ofFound("verdict"), contains("drifted"))
                    .body(ofFound("comparedWith"), contains("baseline"))
                    .body(of("quality", "verdict"), contains("steady"));
            job.run();
            job.run();
            var drifted = listener.next();
            assertThat(drifted.type()).isEqualTo("model.drifted");
            assertThat(drifted.data())
                    .contains("\"gallery\":\"staff\"")
                    .contains("\"measure\":\"foundScore\"")
                    .contains("\"limit\":0.25")
                    .contains("\"observations\":300");

            clock.move(MORE_THAN_A_WINDOW);
            job.run();
            recognitions.claimed(tenant, STAFF, 300, 0.8);
            writer.write();
            job.run();
            job.run();
            assertThat(listener.next().type()).isEqualTo("model.steady");
        }
        assertThat(AuditTrail.entries(tenant.key(), Map.of("action", "model.watch")))
                .extracting(entry -> entry.get("outcome"))
                .containsExactly("steady", "drifted");
    }

    @Test
    @NeedsDefaultPack
    void whatStrangersReachIsComparedWithTheCalibration() {
        // Between 1e-2 and 1e-3 in one comparison, so among a hundred every second stranger is expected to come so far.
        recognitions.strangers(tenant, STAFF, 300, 0.3, 100);
        writer.write();

        drift().body(of("othersScore", "comparedWith"), contains("calibration"))
                .body(of("othersScore", "verdict"), contains("drifted"))
                .body("strangers.finding", contains("lessOften", "asCalibrated", "asCalibrated"));
    }

    @Test
    @NeedsDefaultPack
    void strangersWhoComeTooNearAreNoticed() {
        recognitions.strangers(tenant, STAFF, 180, 0.2, 1);
        recognitions.strangers(tenant, STAFF, 20, 0.35, 1);
        writer.write();

        drift().body("strangers.finding", contains("moreOften", "moreOften", "moreOften"))
                .body("strangers.reached", contains(200, 20, 20))
                .body("strangers[1].lower", greaterThan(0.05f))
                .body("strangers[1].upper", lessThan(0.16f));
    }

    @Test
    void aBaselineIsChosenFromDaysWithEnoughProbes() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        recognitions.claimed(tenant, STAFF, 199, 0.8);
        writer.write();
        baseline(today, today)
                .statusCode(409)
                .body("code", equalTo("baseline_too_small"))
                .body("probes", equalTo(199));

        recognitions.claimed(tenant, STAFF, 101, 0.8);
        writer.write();
        baseline(today, today)
                .statusCode(200)
                .body("baseline.chosen", equalTo(true))
                .body("baseline.from", equalTo(today.toString()))
                .body("verdict", equalTo("steady"))
                .body(ofFound("index"), contains(0.0f));
        assertThat(AuditTrail.entries(tenant.key(), Map.of("action", "baseline.take")))
                .hasSize(1);
    }

    @Test
    void daysThatAreNoPeriodAreRefused() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        baseline(today, today.minusDays(1)).statusCode(400).body("code", equalTo("validation_failed"));
        baseline(today, today.plusDays(1)).statusCode(400).body("field", equalTo("to"));
        as(tenant.key())
                .queryParam("from", "2020-01-01")
                .get("/v1/galleries/staff/drift")
                .then()
                .statusCode(400);
        as(tenant.key())
                .queryParam("to", "-999999999-01-01")
                .get("/v1/galleries/staff/drift")
                .then()
                .statusCode(400);
        as(tenant.key())
                .queryParam("from", "yesterday")
                .get("/v1/galleries/staff/drift")
                .then()
                .statusCode(400);
        as(tenant.key()).get("/v1/galleries/nobody/drift").then().statusCode(404);
    }

    @Test
    void eachDayHasItsOwnFigures() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        recognitions.claimed(tenant, STAFF, 10, 0.8);
        writer.write();
        clock.move(Duration.ofDays(2));
        recognitions.claimed(tenant, STAFF, 20, 0.5);
        writer.write();

        drift().body("days.day", contains(today.toString(), today.plusDays(2).toString()))
                .body("days.probes", contains(10, 20))
                .body("days[0].foundScore.median", greaterThan(0.8f))
                .body("days[1].foundScore.median", lessThan(0.6f))
                .body("days[0].othersScore", nullValue())
                .body("days[0].failureToAcquire", equalTo(0f));
        as(tenant.key())
                .queryParam("from", today.plusDays(1).toString())
                .get("/v1/galleries/staff/drift")
                .then()
                .statusCode(200)
                .body("days", hasSize(1))
                .body(ofFound("observations"), contains(20));
    }

    @Test
    void ofAnotherTenantsGalleryOfTheSameNameNothingIsSeen() {
        TestTenant other = Tenants.newTenant();
        Tenants.newGallery(other, STAFF);
        recognitions.claimed(other, STAFF, 300, 0.8);
        recognitions.claimed(tenant, STAFF, 2, 0.8);
        writer.write();

        drift().body(ofFound("observations"), contains(2));
    }

    private ValidatableResponse drift() {
        return as(tenant.key())
                .get("/v1/galleries/staff/drift")
                .then()
                .statusCode(200)
                .body("measures.measure", not(contains("othersSize")));
    }

    private ValidatableResponse baseline(LocalDate from, LocalDate to) {
        return as(tenant.key())
                .contentType(ContentType.JSON)
                .body(Map.of("from", from.toString(), "to", to.toString()))
                .put("/v1/galleries/staff/drift/baseline")
                .then();
    }

    private static String ofFound(String member) {
        return of("foundScore", member);
    }

    private static String of(String measure, String member) {
        return "measures.findAll { it.measure == '%s' }.%s".formatted(measure, member);
    }
}
