package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Happened.decided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.janua.support.Database;
import io.janua.support.EventListener;
import io.janua.support.Happened;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever follows is told of everything that happens, once and in order, however often they have to come back. */
@QuarkusTest
class EventStreamTest {

    @TestHTTPResource("/v1/events")
    URI events;

    @Inject
    Happened happened;

    private TestTenant tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = Tenants.newTenant();
    }

    @Test
    void nothingIsMissedBetweenConnectionsWhileOthersWrite() throws Exception {
        int writers = 4;
        int each = 100;
        List<Thread> threads = new ArrayList<>();
        List<Integer> told = new ArrayList<>();
        String last;
        try (var first = follow(null)) {
            last = first.lastId();
        }
        for (int writer = 0; writer < writers; writer++) {
            int from = writer * each;
            threads.add(Thread.ofVirtual().start(() -> IntStream.range(from, from + each)
                    .forEach(number -> happened.granted(tenant.id(), "door-" + from, number))));
        }
        while (told.size() < writers * each) {
            try (var listener = follow(last)) {
                // Hangs up after some, whatever is under way.
                for (int i = 0; i < 37 && told.size() < writers * each; i++) {
                    var event = listener.next();
                    told.add(JsonPath.from(event.data()).getInt("data.number"));
                    last = event.id();
                }
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(new TreeSet<>(told)).hasSize(writers * each);
        assertThat(told).hasSize(writers * each);
        for (int writer = 0; writer < writers; writer++) {
            int from = writer * each;
            assertThat(told.stream().filter(number -> number >= from && number < from + each))
                    .isSorted();
        }
    }

    @Test
    void whatHappensBetweenTwoVisitsIsKept() throws IOException {
        String last;
        try (var listener = follow(null)) {
            last = listener.lastId();
        }
        happened.granted(tenant.id(), "north", 1);
        happened.granted(tenant.id(), "north", 2);

        try (var listener = follow(last)) {
            assertThat(number(listener.next())).isEqualTo(1);
            assertThat(number(listener.next())).isEqualTo(2);
        }
    }

    @Test
    void beforeAnybodyFollowsNothingIsWritten() {
        happened.granted(tenant.id(), "north", 1);

        assertThat(Database.query("SELECT count(*) FROM outbox_event WHERE tenant_id = ?", tenant.id()))
                .isZero();
    }

    @Test
    void whoWasAwayForTooLongLearnsOfIt() throws IOException {
        String last;
        try (var listener = follow(null)) {
            last = listener.lastId();
        }
        // Nobody has come back for as long as events are kept.
        Database.execute(
                "UPDATE outbox SET followed_until = now() - interval '1 second' WHERE tenant_id = ?", tenant.id());
        happened.granted(tenant.id(), "north", 1);

        as(tenant.key())
                .header("Last-Event-ID", last)
                .get("/v1/events")
                .then()
                .statusCode(410)
                .body("code", equalTo("events_gone"));
        as(tenant.key())
                .queryParam("lastEventId", "1000000")
                .get("/v1/events")
                .then()
                .statusCode(410);
    }

    @Test
    void onlyWhatIsAskedForAndPermittedIsTold() throws IOException {
        String key =
                newKey(Map.of("name", "listener", "operations", List.of("events.read"), "galleries", List.of("staff")));
        URI deniedInTheNorth = URI.create(events + "?types=access.denied&types=access.blocked&points=north");
        try (var listener = new EventListener(deniedInTheNorth, key, null);
                var admin = follow(null)) {
            happened.granted(tenant.id(), "north", 1);
            happened.fire(tenant.id(), decided("denied", "south", 2));
            happened.fire(tenant.id(), decided("denied", "north", 3).in("visitors"));
            happened.fire(
                    tenant.id(),
                    decided("denied", "north", 4)
                            .with("wiegand", "0101")
                            .with("wiegandNumber", 7)
                            .with("by", "guard-1"));

            var event = listener.next();
            assertThat(event.type()).isEqualTo("access.denied");
            assertThat(number(event)).isEqualTo(4);
            assertThat(event.data()).doesNotContain("subject", "score", "wiegand", "guard-1");
            admin.next();
            assertThat(admin.next().data()).contains("subject-2", "score");
        }
    }

    @Test
    void aKeyThatIsRevokedEndsTheStream() throws IOException {
        var created = as(tenant.key())
                .contentType("application/json")
                .body(Map.of("name", "listener", "operations", List.of("events.read")))
                .post("/v1/api-keys");
        try (var listener = new EventListener(events, created.path("secret"), null)) {
            happened.granted(tenant.id(), "north", 1);
            assertThat(number(listener.next())).isEqualTo(1);

            as(tenant.key())
                    .delete("/v1/api-keys/{id}", created.<String>path("id"))
                    .then()
                    .statusCode(200);

            assertThat(listener.next().type()).isNull();
        }
    }

    @Test
    void nonsenseIsRefused() {
        as(tenant.key()).header("Last-Event-ID", "x").get("/v1/events").then().statusCode(400);
        as(tenant.key())
                .queryParam("types", "door.open")
                .get("/v1/events")
                .then()
                .statusCode(400)
                .body("field", equalTo("types"));
        as(newKey(Map.of("name", "device", "operations", List.of("identify"))))
                .get("/v1/events")
                .then()
                .statusCode(403);
    }

    @Test
    void manyListenersAreToldByFewQueries() throws IOException {
        List<EventListener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                listeners.add(follow(null));
            }
            for (int i = 0; i < 20; i++) {
                happened.granted(tenant.id(), "north", i);
            }
            for (EventListener listener : listeners) {
                for (int i = 0; i < 20; i++) {
                    assertThat(number(listener.next())).isEqualTo(i);
                }
            }
        } finally {
            listeners.forEach(EventListener::close);
        }
    }

    private EventListener follow(String lastId) throws IOException {
        return new EventListener(events, tenant.key(), lastId);
    }

    private String newKey(Map<String, Object> wanted) {
        return as(tenant.key())
                .contentType("application/json")
                .body(wanted)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private static int number(EventListener.Event event) {
        return JsonPath.from(event.data()).getInt("data.number");
    }
}
