package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.janua.hook.HookTarget;
import io.janua.job.Jobs;
import io.janua.support.Door;
import io.janua.support.Exposition;
import io.janua.support.Happened;
import io.janua.support.Hooks;
import io.janua.support.Monitoring;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.janua.support.TestDatabase;
import io.janua.support.TestReceiver;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service tells Prometheus. */
@QuarkusTest
class MetricsTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String SUBJECT = "somebody-whom-no-metric-knows";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-.*");

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    Happened happened;

    @Inject
    Jobs jobs;

    @Test
    void whatDashboardRulesAndReferenceNameExists_andWhatExistsIsDocumented() {
        everythingHappens();

        await().atMost(SOON).untilAsserted(() -> {
            Exposition exposed = scrape();
            assertThat(exposed.names()).containsAll(Monitoring.onTheDashboard());
            assertThat(exposed.names()).containsAll(Monitoring.inTheRules());
            assertThat(bare(exposed.names())).containsAll(Monitoring.inTheReference());
        });
        assertThat(Monitoring.inTheReference())
                .containsAll(bare(scrape().names()).stream()
                        .filter(name -> name.startsWith("janua_"))
                        .toList());
    }

    @Test
    void noLabelSaysWhomOrWhatItWasAbout() {
        TestTenant tenant = Tenants.newTenant();
        String gallery = newGallery();
        enrolled(gallery, SUBJECT, synthetic(ALICE + "/1.jpg"));
        verify(gallery, SUBJECT, synthetic(ALICE + "/3.jpg")).then().statusCode(200);
        // Refused before it comes to any route, at one that is none, as somebody unknown, and as one of another tenant.
        asAdmin()
                .contentType("application/json")
                .body(new byte[300_000])
                .put("/v1/galleries/{g}/subjects/{s}", gallery, SUBJECT)
                .then()
                .statusCode(413);
        asAdmin().get("/v1/nothing/{s}", SUBJECT).then().statusCode(404);
        given().get("/v1/galleries/{g}/subjects/{s}", gallery, SUBJECT).then().statusCode(401);
        as(tenant.key())
                .get("/v1/galleries/{g}/subjects/{s}", gallery, SUBJECT)
                .then()
                .statusCode(404);
        asAdmin().put("/v1/galleries/{g}/subjects/{s}/faces", gallery, SUBJECT);
        given().get("/people/{s}", SUBJECT);

        Set<String> values = scrape().rows().stream()
                .flatMap(row -> row.labels().values().stream())
                .collect(Collectors.toSet());

        assertThat(values).contains("/v1/galleries/{gallery}/verify", "match");
        assertThat(values)
                .noneMatch(value -> value.contains(SUBJECT)
                        || value.contains(gallery)
                        || value.contains(tenant.id())
                        || UUID.matcher(value).find());
    }

    /** Both are answered before anybody can look at them. */
    @Test
    void whatACallerMakesUpIsNoLabel() throws IOException {
        Exposition before = scrape();

        assertThat(statusOf("GET /v1/galleries/staff/subjects/%s|1 HTTP/1.1".formatted(SUBJECT)))
                .contains(" 400 ");
        assertThat(statusOf("MADEUP /v1/models HTTP/1.1")).contains(" 405 ");

        // Requests are counted when their answer is on its way already.
        await().atMost(SOON).untilAsserted(() -> {
            Exposition after = scrape();
            assertMore(before, after, REQUESTS, Map.of("uri", "/-", "status", "400"));
            assertMore(before, after, REQUESTS, Map.of("method", "OTHER"));
        });
        assertThat(scrape().rows().stream().flatMap(row -> row.labels().values().stream()))
                .noneMatch(value -> value.contains(SUBJECT) || value.contains("MADEUP"));
    }

    @Test
    void whatAnAlertWaitsForIsThereBeforeItHappens() {
        Exposition exposed = scrape();

        for (String kind : HookTarget.KINDS) {
            assertThere(exposed, "janua_hook_deliveries_total", Map.of("kind", kind, "outcome", "failed"));
        }
        for (String job : jobs.names()) {
            assertThere(exposed, "janua_job_seconds_count", Map.of("job", job, "outcome", "failed"));
            assertThere(exposed, "janua_jobs_failures", Map.of("job", job));
        }
        assertThere(exposed, "janua_decisions_total", Map.of("kind", "verify", "outcome", "spoof"));
        assertThere(exposed, "janua_decisions_total", Map.of("kind", "identify", "outcome", "spoof"));
        assertThere(exposed, "janua_decisions_total", Map.of("kind", "enroll", "outcome", "spoof_suspected"));
    }

    @Test
    void whatWaitsHasNoNumberWhileTheDatabaseIsAway() {
        TestDatabase.proxy().cut();
        try {
            await().atMost(SOON).untilAsserted(() -> {
                Exposition exposed = scrape();
                assertThat(exposed.sum("janua_database_up", Map.of())).isZero();
                assertThat(exposed.sum("janua_jobs_due", Map.of("job", "retention")))
                        .isNaN();
                assertThat(exposed.sum("janua_audit_pending", Map.of())).isNaN();
                assertThat(exposed.sum("janua_hook_waiting", Map.of())).isNaN();
            });
        } finally {
            TestDatabase.proxy().restore();
        }
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(scrape().sum("janua_database_up", Map.of())).isOne();
            assertThat(scrape().sum("janua_jobs_due", Map.of("job", "retention")))
                    .isNotNaN();
        });
    }

    @Test
    void whatIsDecidedIsCounted() {
        String gallery = newGallery();
        enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
        Exposition before = scrape();

        verify(gallery, "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(200);
        identify(gallery, synthetic(ALICE + "/3.jpg")).then().statusCode(200);
        identify(gallery, flat(400, 400, ".jpg")).then().statusCode(422);
        verify(gallery, "nobody", synthetic(ALICE + "/3.jpg")).then().statusCode(404);

        Exposition after = scrape();
        assertMore(before, after, "janua_decisions_total", Map.of("kind", "verify", "outcome", "match"));
        assertMore(before, after, "janua_decisions_total", Map.of("kind", "identify", "outcome", "no_face"));
        assertMore(before, after, "janua_decisions_total", Map.of("kind", "verify", "outcome", "subject_not_found"));
        assertMore(before, after, "janua_acquisitions_total", Map.of("outcome", "acquired"));
        assertMore(before, after, "janua_acquisitions_total", Map.of("outcome", "no_face"));
        assertMore(before, after, "janua_problems_total", Map.of("code", "no_face"));
        assertMore(before, after, "janua_searches_total", Map.of("way", "scan"));
        for (String stage : Set.of("wait", "decode", "detect", "align", "quality", "embed", "search", "decide")) {
            assertMore(before, after, "janua_stage_seconds_count", Map.of("stage", stage));
        }
        assertMore(
                before,
                after,
                "http_server_requests_seconds_bucket",
                Map.of("uri", "/v1/galleries/{gallery}/verify", "status", "200", "le", "+Inf"));
    }

    private void everythingHappens() {
        TestTenant tenant = Tenants.newTenant();
        try (var receiver = TestReceiver.plain()) {
            Hooks.webhook(tenant.key(), receiver);
            happened.granted(tenant.id(), "north", 1);
            receiver.awaitReceived(1);
            Door door = Door.open(Map.of());
            enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
            verify(door.gallery(), "alice", synthetic(ALICE + "/3.jpg")).then().statusCode(200);
            System.gc();
            await().atMost(SOON).until(() -> scrape().names().contains("janua_hook_deliveries_total"));
        }
    }

    private static String statusOf(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static void assertThere(Exposition exposed, String name, Map<String, String> labels) {
        assertThat(exposed.rows())
                .as("%s%s", name, labels)
                .anyMatch(row ->
                        row.name().equals(name) && row.labels().entrySet().containsAll(labels.entrySet()));
    }

    private static void assertMore(Exposition before, Exposition after, String name, Map<String, String> labels) {
        assertThat(after.sum(name, labels)).as("%s%s", name, labels).isGreaterThan(before.sum(name, labels));
    }

    private static Set<String> bare(Set<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name, name.replaceFirst("_(bucket|count|sum|max)$", "")))
                .filter(name -> !name.matches(".*_seconds_(bucket|count|sum|max)"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Exposition scrape() {
        return Exposition.read(given().accept("text/plain")
                .get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
