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

import io.janua.gallery.Galleries;
import io.janua.gallery.GalleryRef;
import io.janua.security.Acting;
import io.janua.support.AuditTrail;
import io.janua.support.EventListener;
import io.janua.support.MovableClock;
import io.janua.support.NeedsDefaultPack;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestKey;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what was counted to whoever has to know. */
@QuarkusTest
class DriftTest {

    private static final String STAFF = "staff";
    private static final Duration MORE_THAN_A_WINDOW = Duration.ofDays(8);
    private static final BooleanSupplier ALWAYS = () -> true;

    @Inject
    Recognitions recognitions;

    @Inject
    CountWriter writer;

    @Inject
    DriftJob job;

    @Inject
    BaselineRows baselines;

    @Inject
    Galleries galleries;

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
    void theClockIsPutRight() {
        clock.putRight();
    }

    @Test
    void aCrossingIsToldOnce_andSoIsTheReturn() throws IOException {
        aBaseline();

        try (var listener = new EventListener(events, tenant.key(), null)) {
            aDay(600, 0.5);
            drift().body("baseline.chosen", equalTo(false))
                    .body("verdict", equalTo("drifted"))
                    .body(ofFound("verdict"), contains("drifted"))
                    .body(of("quality", "verdict"), contains("steady"));
            job.run(ALWAYS);
            job.run(ALWAYS);
            var drifted = listener.next();
            assertThat(drifted.type()).isEqualTo("model.drifted");
            assertThat(drifted.data())
                    .contains("\"gallery\":\"staff\"")
                    .contains("\"measure\":\"foundScore\"")
                    .contains("\"limit\":0.25")
                    .contains("\"observations\":600");

            clock.move(MORE_THAN_A_WINDOW);
            job.run(ALWAYS);
            aDay(600, 0.8);
            job.run(ALWAYS);
            job.run(ALWAYS);
            assertThat(listener.next().type()).isEqualTo("model.steady");
        }
        assertThat(AuditTrail.entries(tenant.key(), Map.of("action", "model.watch")))
                .extracting(entry -> entry.get("outcome"))
                .containsExactly("steady", "drifted");
    }

    @Test
    void whatHadDriftedIsForgottenWithItsBaseline_soTheNextDriftIsNews() {
        aBaseline();
        LocalDate changed = today();
        aDay(1_000, 0.5);
        job.run(ALWAYS);
        assertThat(watched()).containsExactly("drifted");

        baseline(changed, changed).statusCode(200).body("verdict", equalTo("steady"));
        job.run(ALWAYS);
        assertThat(watched()).containsExactly("drifted");

        clock.move(MORE_THAN_A_WINDOW);
        aDay(600, 0.7);
        job.run(ALWAYS);
        assertThat(watched()).containsExactly("drifted", "drifted");
    }

    @Test
    void oneDayIsNoBaseline_howeverManyCame() {
        LocalDate first = today();
        aDay(2_000, 0.8);
        job.run(ALWAYS);
        drift().body("baseline", nullValue());

        clock.move(Duration.ofDays(5));
        LocalDate last = today();
        aDay(50, 0.8);
        job.run(ALWAYS);
        drift().body("baseline.from", equalTo(first.toString())).body("baseline.to", equalTo(last.toString()));
    }

    @Test
    void aBaselineThatSomebodyChoseStays_alsoIfTheFirstDaysAreJustBeingTaken() {
        LocalDate first = today();
        aDay(1_000, 0.8);
        baseline(first, first).statusCode(200);

        new Acting(tenant.id(), "system:test")
                .run(() -> QuarkusTransaction.requiringNew().run(() -> {
                    GalleryRef staff = galleries.open(STAFF);
                    var found = new Baseline(first.minusDays(9), first, false, clock.instant());
                    assertThat(baselines
                                    .putFirst(staff.id(), staff.model(), found)
                                    .chosen())
                            .isTrue();
                }));

        drift().body("baseline.chosen", equalTo(true)).body("baseline.from", equalTo(first.toString()));
    }

    @Test
    @NeedsDefaultPack
    void howNearOthersComeIsComparedWithTheCalibration() {
        // Whoever is found stands out; a score of 0.45 is one that a search among ten reaches in fewer than 1 of 1,000.
        recognitions.searches(tenant, STAFF, 580, 11, 0.8, 0.1);
        recognitions.searches(tenant, STAFF, 20, 11, 0.8, 0.45);
        aDay();

        drift().body("strangers.finding", contains("moreOften", "moreOften"))
                .body("strangers.searches", contains(600, 600))
                .body("strangers.reached", contains(20, 20))
                .body("strangers[0].lower", greaterThan(0.02f))
                .body("strangers[0].upper", lessThan(0.06f));
    }

    @Test
    @NeedsDefaultPack
    void strangersAreNotCountedAsRare_forThoseWhoPassAreTakenForSomebody() {
        recognitions.searches(tenant, STAFF, 30, 10, 0.45, 0.1);
        recognitions.searches(tenant, STAFF, 600, 10, 0.3, 0.1);
        aDay();

        drift().body("strangers.searches", contains(30, 30))
                .body("strangers.reached", contains(0, 0))
                .body(ofFound("observations"), contains(30))
                .body(of("othersScore", "observations"), contains(630));
    }

    @Test
    void aBaselineIsChosenFromDaysWithEnoughProbes() {
        LocalDate day = today();
        recognitions.claimed(tenant, STAFF, 999, 0.8);
        aDay();
        baseline(day, day)
                .statusCode(409)
                .body("code", equalTo("baseline_too_small"))
                .body("probes", equalTo(999));

        LocalDate next = today();
        aDay(301, 0.8);
        baseline(day, next)
                .statusCode(200)
                .body("baseline.chosen", equalTo(true))
                .body("baseline.from", equalTo(day.toString()))
                .body("verdict", equalTo("steady"))
                .body(ofFound("index"), contains(0.0f));
        assertThat(AuditTrail.entries(tenant.key(), Map.of("action", "baseline.take")))
                .hasSize(1);
    }

    @Test
    void aDayIsToldOfOnceItIsOver_andAMeasureOnceEnoughWereCounted() {
        recognitions.claimed(tenant, STAFF, 30, 0.8);
        writer.write();
        drift().body(ofFound("observations"), contains(0)).body("days", hasSize(0));

        aDay();
        recognitions.claimed(tenant, STAFF, 19, 0.5);
        aDay();
        drift().body(ofFound("observations"), contains(30)).body("days.probes", contains(30));
    }

    @Test
    void whoMayReadModelsMayNotSeeWhatRecognitionsAreLike() {
        TestKey models = TestKey.make(tenant.key(), Map.of(), "models.read");

        as(models.secret()).get("/v1/galleries/staff/drift").then().statusCode(403);
    }

    @Test
    void daysThatAreNoPeriodAreRefused() {
        LocalDate past = today().minusDays(3);

        baseline(past, past.minusDays(1)).statusCode(400).body("code", equalTo("validation_failed"));
        baseline(past.minusDays(400), past).statusCode(400).body("field", equalTo("from"));
        baseline(past.minusDays(399), past).statusCode(409);
        baseline(past, today()).statusCode(400).body("field", equalTo("to"));
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
        LocalDate one = today();
        aDay(20, 0.8);
        LocalDate other = today();
        aDay(40, 0.5);

        drift().body("days.day", contains(one.toString(), other.toString()))
                .body("days.probes", contains(20, 40))
                .body("days[0].foundScore.median", greaterThan(0.8f))
                .body("days[1].foundScore.median", lessThan(0.6f))
                .body("days[0].othersScore", nullValue());
        as(tenant.key())
                .queryParam("from", one.plusDays(1).toString())
                .get("/v1/galleries/staff/drift")
                .then()
                .statusCode(200)
                .body("days", hasSize(1))
                .body(ofFound("observations"), contains(40));
    }

    @Test
    void ofAnotherTenantsGalleryOfTheSameNameNothingIsSeen() {
        TestTenant other = Tenants.newTenant();
        Tenants.newGallery(other, STAFF);
        recognitions.claimed(other, STAFF, 300, 0.8);
        aDay(20, 0.8);

        drift().body(ofFound("observations"), contains(20));
    }

    /** The first days of a gallery, and more than a window after them. */
    private void aBaseline() {
        aDay(1_000, 0.8);
        clock.move(Duration.ofDays(5));
        aDay(100, 0.8);
        job.run(ALWAYS);
        clock.move(MORE_THAN_A_WINDOW);
        drift().body("baseline.chosen", equalTo(false)).body("verdict", equalTo("tooFew"));
    }

    private void aDay(int claims, double score) {
        recognitions.claimed(tenant, STAFF, claims, score);
        aDay();
    }

    /** What happened is written down, and its day is over, at whatever time of the day this runs. */
    private void aDay() {
        writer.write();
        clock.move(Duration.ofDays(2));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private List<Object> watched() {
        return AuditTrail.entries(tenant.key(), Map.of("action", "model.watch")).stream()
                .<Object>map(entry -> entry.get("outcome"))
                .toList();
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
