package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.numbered;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.janua.support.Database;
import io.janua.support.Door;
import io.janua.support.EventListener;
import io.janua.support.Hooks;
import io.janua.support.Imports;
import io.janua.support.Monitoring;
import io.janua.support.ServiceInstance;
import io.janua.support.TestArchive;
import io.janua.support.TestDatabase;
import io.janua.support.TestKey;
import io.janua.support.TestModels;
import io.janua.support.TestReceiver;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances of the packaged service at one database are one service to whoever asks. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesIT {

    /** What another instance has decided is known after a second; the machine may be busy. */
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Two processes that begin cold on two cores have inference to do. */
    private static final Duration WORK = Duration.ofMinutes(1);

    private static final int PICTURES = 120;

    /** The 16 bytes of a trace's id: texts lie as they are in what is collected, so it is found there. */
    private static final String OF_NOTHING = "trace-of-nothing";

    private static final TestDatabase DATABASE = new TestDatabase();
    /** Of the traces of the one. */
    private static final TestReceiver COLLECTOR = TestReceiver.plain();

    private static ServiceInstance one;
    private static ServiceInstance other;

    @BeforeAll
    static void twoInstances() {
        Map<String, String> configuration = new HashMap<>(DATABASE.start());
        configuration.put("janua.hooks.private-networks", "127.0.0.0/8,::1/128");
        configuration.put("janua.vision.store", TestModels.folder().toString());
        configuration.put("janua.jobs.heartbeat", "1S");
        // Both at once: only one of them migrates the database.
        one = ServiceInstance.begin(
                "instance-one", with(configuration, Map.of("JANUA_OTLP_ENDPOINT", COLLECTOR.url(""))));
        other = ServiceInstance.begin("instance-other", with(configuration, Map.of("JANUA_LOG_FORMAT", "json")));
        one.awaitReady();
        other.awaitReady();
        one.becomeUsual();
    }

    @AfterAll
    static void stopped() throws InterruptedException {
        for (ServiceInstance instance : new ServiceInstance[] {one, other}) {
            if (instance != null) {
                instance.close();
            }
        }
        DATABASE.stop();
        COLLECTOR.close();
    }

    @Test
    void eachKnowsOfTheOther() {
        await().atMost(WORK).untilAsserted(() -> asAdmin()
                .get("/v1/system")
                .then()
                .body("instances", hasSize(2))
                .body("instances[0].self", equalTo(true))
                .body("instances[1].id", equalTo(other.id())));
    }

    @Test
    void whoIsEnrolledIsFoundByTheOtherAtOnceAndWhoIsErasedIsNot() {
        String gallery = newGallery();
        for (int round = 0; round < 3; round++) {
            enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
            identified(other, gallery).then().body("outcome", equalTo("identified"));

            asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(200);
            identified(other, gallery)
                    .then()
                    .body("outcome", equalTo("unknown"))
                    .body("candidates", hasSize(0));
        }
    }

    @Test
    void aDecisionsTraceIsSent_withNothingOfWhomItWasAbout() {
        String gallery = newGallery();
        enrolled(gallery, "mallory", synthetic(ALICE + "/1.jpg"));
        verify(gallery, "mallory", synthetic(ALICE + "/3.jpg")).then().statusCode(200);
        asAdmin()
                .header("traceparent", "00-%s-00000000000000aa-01".formatted(hex(OF_NOTHING)))
                .get("/v1/nothing/mallory")
                .then()
                .statusCode(404);

        await().atMost(WORK).untilAsserted(() -> assertThat(traces()).contains(OF_NOTHING));
        await().atMost(WORK).untilAsserted(() -> assertThat(traces())
                .contains(
                        "POST /v1/galleries/{gallery}/verify",
                        "wait",
                        "decode",
                        "detect",
                        "align",
                        "quality",
                        "embed",
                        "decide",
                        "search",
                        "INSERT",
                        "audit_entry"));
        assertThat(traces()).doesNotContain("mallory", gallery, "/v1/nothing", "127.0.0.1", "url.path", "user_agent");
    }

    @Test
    void aLineOfTheLogIsJsonWhereThatIsWanted() {
        assertThat(lines("other").filter(line -> line.contains("loggerName")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JsonPath.from(line).<Map<String, Object>>get())
                        .containsKeys("timestamp", "level", "loggerName", "message", "mdc"));
        assertThat(lines("one")).isNotEmpty().noneMatch(line -> line.startsWith("{"));
    }

    @Test
    void nothingIsTracedWhereNobodyCollectsIt() {
        asAdmin().get("/v1/models").then().statusCode(200);
        other.to(asAdmin()).get("/v1/models").then().statusCode(200);

        assertThat(lines("other")).noneMatch(line -> line.contains("traceId"));
    }

    @Test
    void aRevokedKeyEndsOnTheOtherToo() {
        TestKey key = TestKey.permitting("models.read");
        other.to(as(key.secret())).get("/v1/models").then().statusCode(200);

        asAdmin().delete("/v1/api-keys/{id}", key.id()).then().statusCode(200);

        as(key.secret()).get("/v1/models").then().statusCode(401);
        await().atMost(SOON).untilAsserted(() -> other.to(as(key.secret()))
                .get("/v1/models")
                .then()
                .statusCode(401)
                .body("code", equalTo("api_key_revoked")));
    }

    @Test
    void aLimitHoldsForBothTogether() {
        await().atMost(WORK)
                .untilAsserted(() -> asAdmin().get("/v1/system").then().body("instances", hasSize(2)));
        TestKey key = TestKey.limited(60, "models.read");
        await().atMost(WORK)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> as(key.secret()).get("/v1/models").statusCode() == 429);

        // It would take a minute of such requests to empty a bucket that nobody else draws from.
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                        remaining(other.to(as(key.secret())).get("/v1/models")))
                .isLessThan(12));
    }

    @Test
    void whatOneDecidesTheOtherTellsAndHooksHearItOnce() throws IOException {
        Door door = Door.open(Map.of("debounceSeconds", 0));
        enrolled(door.gallery(), "alice", synthetic(ALICE + "/1.jpg"));
        int decisions = 10;
        try (var receiver = TestReceiver.plain();
                var listener = new EventListener(
                        other.uri("/v1/events?types=access.granted&points=" + door.name()), FIRST_KEY, null)) {
            var hook = Hooks.webhook(
                    FIRST_KEY, receiver, Map.of("events", List.of("access.granted"), "points", List.of(door.name())));

            for (int i = 0; i < decisions; i++) {
                door.decide((i % 2 == 0 ? one : other).to(asAdmin()), synthetic(ALICE + "/3.jpg"))
                        .then()
                        .body("outcome", equalTo("granted"));
            }

            for (int i = 0; i < decisions; i++) {
                assertThat(listener.next().data()).contains(door.name());
            }
            receiver.awaitReceived(decisions);
            hook.awaitDeliveries("delivered", decisions);
            assertThat(receiver.received().stream().map(told -> told.header("webhook-id")))
                    .hasSize(decisions)
                    .doesNotHaveDuplicates();
        }
    }

    /** The last one: one of the instances is gone afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void anImportGoesOnWhenItsInstanceIsKilled() throws InterruptedException {
        String gallery = newGallery(Map.of("duplicates", "off"));
        var archive = TestArchive.of();
        for (int i = 0; i < PICTURES; i++) {
            String person = i % 2 == 0 ? ALICE : BOB;
            archive.with("%s/%d.jpg".formatted(person, i), numbered(synthetic(person + "/1.jpg"), i));
        }
        String idOfOne = one.id();
        String started = Imports.started(FIRST_KEY, gallery, archive.bytes());
        await().atMost(WORK)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Imports.get(FIRST_KEY, started).<Integer>path("enrolled") >= 2);
        String worker = await().atMost(WORK).until(() -> worker(started), Objects::nonNull);

        boolean onOne = worker.equals(idOfOne);
        (onOne ? one : other).kill();
        (onOne ? other : one).becomeUsual();

        var ended = Imports.ended(FIRST_KEY, started);
        assertThat(ended).containsEntry("state", "done").containsEntry("enrolled", PICTURES);
        assertThat(Database.query("SELECT count(*) FROM template t JOIN gallery g ON g.id = t.gallery_id"
                        + " WHERE g.name = '%s'".formatted(gallery)))
                .isEqualTo(PICTURES);
        await().atMost(WORK).untilAsserted(() -> asAdmin()
                .get("/v1/system")
                .then()
                .body("instances", hasSize(1))
                .body("instances.self", everyItem(equalTo(true))));
    }

    private static Response identified(ServiceInstance instance, String gallery) {
        return instance.to(asAdmin())
                .contentType("image/jpeg")
                .body(synthetic(ALICE + "/3.jpg"))
                .queryParam("belowThreshold", true)
                .post("/v1/galleries/{gallery}/identify", gallery);
    }

    private static int remaining(Response answer) {
        return Integer.parseInt(answer.header("RateLimit-Remaining"));
    }

    /** The instance that works on an import; null between two turns. */
    private static String worker(String started) {
        return Database.text("SELECT picked_by FROM scheduled_tasks WHERE task_instance LIKE '%%%s'"
                .formatted(UUID.fromString(started)));
    }

    private static Map<String, String> with(Map<String, String> configuration, Map<String, String> more) {
        var all = new HashMap<>(configuration);
        all.putAll(more);
        return all;
    }

    /** What was collected. Texts lie as they are in its binary format. */
    private static String traces() {
        return COLLECTOR.received().stream().map(TestReceiver.Received::body).collect(Collectors.joining());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Of an instance's log; those of the service name a logger where they are JSON, those of the JVM never do. */
    private static Stream<String> lines(String instance) {
        return Monitoring.read(Path.of("target/instance-%s.log".formatted(instance)))
                .lines();
    }
}
