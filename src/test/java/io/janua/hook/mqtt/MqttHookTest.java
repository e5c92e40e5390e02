package io.janua.hook.mqtt;

import static io.janua.support.Api.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.Api;
import io.janua.support.TestBroker;
import io.janua.support.TestSubscriber;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the API through the outbox to a real broker. */
@QuarkusTest
public class MqttHookTest {

    private static final String PASSWORD = "only-for-the-broker";

    @TempDir
    Path folder;

    private final String name = "h-" + UUID.randomUUID();

    @BeforeAll
    static void findBroker() {
        TestBroker.assumeInstalled();
    }

    @Test
    void whatHappensReachesTheBrokerAndADeletedHookIsGoneFromIt() {
        String prefix = "test/" + name;
        try (var broker = TestBroker.open(folder);
                var subscriber = new TestSubscriber(broker.port(), prefix + "/#")) {
            create(broker, prefix);

            String gallery = Api.newGallery();
            Api.putSubject(gallery, "p-1", "Ada").then().statusCode(201);
            asAdmin()
                    .delete("/v1/galleries/{gallery}/subjects/p-1", gallery)
                    .then()
                    .statusCode(200);
            TestSubscriber.Heard erased =
                    subscriber.awaitMessage(heard -> heard.topic().equals(prefix + "/events/subject/erase")
                            && heard.payload().contains(gallery));
            assertThat(erased.payload()).contains("\"type\":\"subject.erase\"", "\"subject\":\"p-1\"");
            subscriber.awaitLast(prefix + "/available", "online");

            asAdmin().delete("/v1/hooks/{hook}", name).then().statusCode(204);
            subscriber.awaitLast(prefix + "/available", "");
        }
    }

    @Test
    void aTestSaysWhatBecameOfItAndNoPassword() {
        try (var broker = TestBroker.withUser(folder, "janua", PASSWORD, "topic readwrite test/#")) {
            create(broker, "test/" + name);
            asAdmin()
                    .post("/v1/hooks/{hook}/tests", name)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("delivered"))
                    .body("request.method", equalTo("PUBLISH"))
                    .body("request.url", containsString("/test/" + name + "/events/hook/test"))
                    .body("answer", notNullValue())
                    .body(not(containsString(PASSWORD)));
            asAdmin().get("/v1/hooks/{hook}", name).then().statusCode(200).body(not(containsString(PASSWORD)));
            asAdmin().delete("/v1/hooks/{hook}", name).then().statusCode(204);
        }
    }

    @Test
    void aBrokerThatIsNotTrustedIsSaidSoInTheDelivery() {
        try (var broker = TestBroker.withUser(folder, "janua", "another", "topic readwrite test/#")) {
            create(broker, "test/" + name);
            asAdmin()
                    .post("/v1/hooks/{hook}/tests", name)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("failed"))
                    .body("error", equalTo("The broker refuses the connection: not authorized."));
            asAdmin().delete("/v1/hooks/{hook}", name).then().statusCode(204);
        }
    }

    @Test
    void aCertificateThatIsNoneIsRefused() {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "target",
                        Map.of("type", "mqtt", "url", "mqtts://localhost", "caCertificate", "none")))
                .post("/v1/hooks")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation_failed"))
                .body("field", equalTo("target.caCertificate"));
    }

    private void create(TestBroker broker, String prefix) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name",
                        name,
                        "events",
                        List.of("subject.erase"),
                        "target",
                        Map.of(
                                "type",
                                "mqtt",
                                "url",
                                broker.url(),
                                "username",
                                "janua",
                                "password",
                                PASSWORD,
                                "prefix",
                                prefix)))
                .post("/v1/hooks")
                .then()
                .statusCode(201);
    }
}
