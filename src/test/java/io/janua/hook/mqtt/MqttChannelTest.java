package io.janua.hook.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.hook.Attempt;
import io.janua.hook.Attempt.Verdict;
import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;
import io.janua.hook.HookTarget.Mqtt.Version;
import io.janua.hook.Outgoing;
import io.janua.hook.http.HookNetwork;
import io.janua.hook.http.TestNetworks;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.support.CuttableProxy;
import io.janua.support.TestBroker;
import io.janua.support.TestCertificates;
import io.janua.support.TestReceiver;
import io.janua.support.TestSubscriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a real Mosquitto. */
class MqttChannelTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(500);
    /** On a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String AVAILABLE = "janua/acme/available";
    private static final String EVENT = "janua/acme/doors/north/event";
    private static final String STATE = "janua/acme/doors/north/state";

    @TempDir
    Path folder;

    private final MqttChannel channel = channel(TestNetworks.withLoopback());
    private TestBroker broker;
    private TestSubscriber subscriber;

    @BeforeAll
    static void findBroker() {
        TestBroker.assumeInstalled();
    }

    @AfterEach
    void close() throws InterruptedException {
        channel.stop(null);
        Stream.of(subscriber, broker).filter(open -> open != null).forEach(MqttChannelTest::closeQuietly);
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsAnEventAndTheRetainedStateOfItsPoint(Version version) throws IOException {
        open(TestBroker.open(folder));
        var granted = event(hook(target(version)), "access.granted", Map.of("reason", "rule", "subject", "p-7"));

        Attempt attempt = channel.send(granted, LIMIT);

        assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
        assertThat(attempt.error()).isEmpty();
        JsonNode event = JSON.readTree(
                subscriber.awaitMessage(heard -> heard.topic().equals(EVENT)).payload());
        assertThat(event.path("type").textValue()).isEqualTo("access.granted");
        assertThat(event.path("id").textValue()).isEqualTo(granted.event().toString());
        assertThat(event.path("timestamp").textValue()).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(event.path("data").path("subject").textValue()).isEqualTo("p-7");
        subscriber.awaitMessage(heard -> heard.topic().equals(STATE));
        try (var later = new TestSubscriber(broker.port(), "janua/#")) {
            JsonNode state =
                    JSON.readTree(later.awaitMessage(heard -> heard.topic().equals(STATE) && heard.retained())
                            .payload());
            assertThat(state)
                    .isEqualTo(JSON.readTree("{\"outcome\":\"granted\",\"reason\":\"rule\",\"subject\":\"p-7\","
                            + "\"at\":\"2026-11-21T08:00:00Z\"}"));
            assertThat(later.payloads(EVENT)).isEmpty();
        }
    }

    @Test
    void whatHappensAtNoPointHasItsOwnTopic() {
        open(TestBroker.open(folder));
        var enrolled = new Outgoing(
                hook(target(Version.V5)), UUID.randomUUID(), "face.enroll", Instant.EPOCH, Optional.empty(), Map.of());
        assertThat(channel.send(enrolled, LIMIT).verdict()).isEqualTo(Verdict.DELIVERED);
        subscriber.awaitMessage(heard -> heard.topic().equals("janua/acme/events/face/enroll"));
    }

    @Test
    void theModeOfAPointIsRetained() {
        open(TestBroker.open(folder));
        channel.send(
                event(hook(target(Version.V5)), "access.mode", Map.of("mode", "lockdown", "reason", "drill")), LIMIT);
        subscriber.awaitMessage(heard -> heard.topic().equals("janua/acme/doors/north/mode")
                && heard.payload().startsWith("{\"mode\":\"lockdown\",\"reason\":\"drill\""));
    }

    @ParameterizedTest
    @EnumSource
    void whenTheProcessDiesTheBrokerSaysSo(Version version) {
        open(TestBroker.open(folder));
        try (var proxy = new CuttableProxy("127.0.0.1", broker.port())) {
            channel.send(event(hook(target(version, "mqtt://127.0.0.1:" + proxy.port()))), LIMIT);
            subscriber.awaitLast(AVAILABLE, "online");
            // As the kernel does with the connections of a process that was killed; nobody says goodbye.
            proxy.cut();
            subscriber.awaitLast(AVAILABLE, "offline");
        }
    }

    @Test
    void aServiceThatStopsSaysGoodbye() throws InterruptedException {
        open(TestBroker.open(folder));
        channel.send(event(hook(target(Version.V5))), LIMIT);
        subscriber.awaitLast(AVAILABLE, "online");
        channel.stop(null);
        subscriber.awaitLast(AVAILABLE, "offline");
    }

    @Test
    void ofSeveralInstancesTheOthersAreStillThere() throws InterruptedException {
        open(TestBroker.open(folder));
        HookRef hook = hook(target(Version.V5));
        MqttChannel other = channel(TestNetworks.withLoopback());
        other.send(event(hook), LIMIT);
        channel.send(event(hook), LIMIT);
        other.stop(null);
        subscriber.awaitMessage(heard -> heard.payload().equals("offline"));
        subscriber.awaitLast(AVAILABLE, "online");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNothingOvertakesWhileTheBrokerRestarts(Version version) {
        open(TestBroker.open(folder));
        HookRef hook = hook(target(version));
        List<Outgoing> all = IntStream.range(0, 60).mapToObj(_ -> event(hook)).toList();
        List<String> ids =
                all.stream().map(outgoing -> outgoing.event().toString()).toList();

        for (int i = 0; i < all.size(); i++) {
            if (i % 20 == 10) {
                broker.stop();
                assertThat(channel.send(all.get(i), SHORT).verdict()).isEqualTo(Verdict.FAILED);
                broker.start();
            }
            deliver(all.get(i));
        }

        subscriber.awaitMessage(heard -> heard.payload().contains(ids.getLast()));
        assertThat(new ArrayList<>(new LinkedHashSet<>(idsHeard()))).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAcknowledgedInTimeIsNotDelivered(Version version) {
        open(TestBroker.open(folder));
        HookRef hook = hook(target(version));
        Outgoing first = event(hook);
        Outgoing second = event(hook);
        deliver(event(hook));

        broker.pause();
        Attempt attempt = channel.send(first, SHORT);
        assertThat(attempt.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(attempt.error())
                .hasValueSatisfying(error -> assertThat(error).startsWith("The broker did not answer"));
        assertThat(attempt.answer()).isEmpty();
        broker.resume();
        deliver(first);
        deliver(second);

        subscriber.awaitMessage(heard -> heard.payload().contains(second.event().toString()));
        // The broker may have seen the first one twice; afterwards only the second.
        assertThat(idsHeard()).endsWith(first.event().toString(), second.event().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "V5, wrong, The broker refuses the connection: not authorized.",
        "V3, wrong, The broker refuses the connection: not authorized.",
        "V5, right, The broker refuses the message: not authorized.",
    })
    void aBrokerThatRefusesIsQuoted(Version version, String password, String error) {
        broker = TestBroker.withUser(folder, "janua", "right", "topic readwrite janua/acme/available");
        Attempt attempt = channel.send(
                event(hook(new HookTarget.Mqtt(broker.url(), version, "janua", password, null, null, false))), LIMIT);
        assertThat(attempt.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(attempt.error()).hasValue(error);
        assertThat(attempt.toString()).doesNotContain(password);
    }

    /** The hook and the permissions of docs/how-to/open-a-door-with-home-assistant.md. */
    @Test
    void theDocumentedHookWorksWithTheDocumentedPermissions() throws IOException {
        String page = Files.readString(Path.of("docs", "how-to", "open-a-door-with-home-assistant.md"));
        String permissions =
                page.substring(page.indexOf("topic readwrite janua/#"), page.indexOf("user homeassistant"));
        broker = TestBroker.withUser(folder, "janua", "right", permissions.split("\n"));
        String example = page.substring(page.indexOf("--json '") + "--json '".length(), page.indexOf("\n}'") + 2);
        // The shell puts the certificate there.
        var target =
                (ObjectNode) JSON.readTree(example.replace("'\"$CA\"'", "")).path("target");
        target.put("url", broker.url()).put("password", "right").remove("caCertificate");
        var hook = new HookRef(UUID.randomUUID(), "default", "panel", JSON.treeToValue(target, HookTarget.class));

        assertThat(channel.send(event(hook), LIMIT).error()).isEmpty();
        assertThat(channel.send(event(hook, "access.mode", Map.of("mode", "normal")), LIMIT)
                        .error())
                .isEmpty();
    }

    @Test
    void theBrokerHasToProveItsName() throws IOException {
        var certificates = new TestCertificates(folder);
        String authority = Files.readString(certificates.pem());
        broker = TestBroker.tls(folder, certificates, "localhost");
        String byName = "mqtts://localhost:" + broker.port();

        assertThat(tls(byName, authority).error()).isEmpty();
        assertThat(tls(byName, null).error())
                .hasValue("The receiver's certificate is of no authority that is trusted.");
        assertThat(tls("mqtts://127.0.0.1:" + broker.port(), authority).error())
                .hasValue("The receiver's certificate is not for its name.");
    }

    @Test
    void aBrokerThatIsNotThereOrNoneIsAFailure() throws InterruptedException {
        broker = TestBroker.open(folder);
        broker.stop();
        assertThat(failure(broker.url())).isEqualTo("The receiver refuses connections.");
        try (var silent = TestReceiver.plain().always(TestReceiver.silent())) {
            assertThat(failure("mqtt://127.0.0.1:" + silent.port())).startsWith("The broker did not answer within");
        }
        try (var other = TestReceiver.plain().always(TestReceiver.saying("220 smtp.example.org ESMTP\r\n"))) {
            assertThat(failure("mqtt://127.0.0.1:" + other.port())).isNotEmpty();
        }
        assertThat(failure("mqtt://nobody.invalid")).isEqualTo("Nobody knows the name 'nobody.invalid'.");
    }

    @Test
    void addressesThatAreNotPublicAreCalledOnlyWhereTheOperatorSaysSo() throws InterruptedException {
        broker = TestBroker.open(folder);
        MqttChannel closed = channel(TestNetworks.publicOnly());
        assertThat(closed.send(event(hook(target(Version.V5))), LIMIT).error())
                .hasValue("'127.0.0.1' is at an address that is not public.");
        assertThatThrownBy(() -> closed.check(target(Version.V5, "mqtt://localhost")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.HOOK_ADDRESS_PRIVATE));
        closed.stop(null);
    }

    @Test
    void homeAssistantIsToldOfAPointOnce() throws IOException {
        open(TestBroker.open(folder));
        HookRef hook = hook(homeAssistant());
        Outgoing last = event(hook);
        channel.send(event(hook), LIMIT);
        channel.send(last, LIMIT);
        subscriber.awaitMessage(heard -> heard.payload().contains(last.event().toString()));

        List<TestSubscriber.Heard> configurations = configurations();
        assertThat(configurations)
                .extracting(TestSubscriber.Heard::topic)
                .containsExactlyInAnyOrder(
                        "homeassistant/event/janua_acme_north/event/config",
                        "homeassistant/sensor/janua_acme_north/decision/config",
                        "homeassistant/binary_sensor/janua_acme_north/granted/config",
                        "homeassistant/binary_sensor/janua_acme_north/blocked/config",
                        "homeassistant/sensor/janua_acme_north/mode/config");
        var ids = new LinkedHashSet<String>();
        for (TestSubscriber.Heard configuration : configurations) {
            JsonNode content = JSON.readTree(configuration.payload());
            ids.add(content.path("unique_id").textValue());
            assertThat(content.path("availability_topic").textValue()).isEqualTo(AVAILABLE);
            assertThat(content.path("state_topic").textValue()).startsWith("janua/acme/doors/north/");
            assertThat(content.path("device").path("identifiers").path(0).textValue())
                    .isEqualTo("janua_acme_north");
        }
        assertThat(ids).hasSize(5);
    }

    @Test
    void aRestartedBrokerIsToldAgain() {
        open(TestBroker.open(folder));
        HookRef hook = hook(homeAssistant());
        deliver(event(hook));
        broker.stop();
        broker.start();
        await().atMost(PATIENCE).until(() -> !connectionIsOpen());
        deliver(event(hook));
        Outgoing last = event(hook);
        deliver(last);
        subscriber.awaitMessage(heard -> heard.payload().contains(last.event().toString()));
        assertThat(configurations()).hasSize(10);
    }

    @Test
    void aDeletedHookLeavesNothingBehind() {
        open(TestBroker.open(folder));
        subscriber.say("homeassistant/sensor/kitchen/temperature/config", "{\"name\":\"Temperature\"}", true);
        HookRef hook = hook(homeAssistant());
        deliver(event(hook));

        channel.forget(hook);
        channel.deleted(hook);

        await().atMost(PATIENCE).untilAsserted(() -> {
            try (var later = new TestSubscriber(broker.port(), "#");
                    var marker = new TestSubscriber(broker.port(), "marker")) {
                marker.say("marker", "all of it", false);
                later.awaitMessage(heard -> heard.topic().equals("marker"));
                assertThat(later.heard())
                        .filteredOn(TestSubscriber.Heard::retained)
                        .extracting(TestSubscriber.Heard::topic)
                        .containsExactly("homeassistant/sensor/kitchen/temperature/config");
            }
        });
    }

    @Test
    void anEnabledHookIsConnectedBeforeItsFirstEventAndAfterARestart() {
        open(TestBroker.open(folder));
        HookRef hook = hook(target(Version.V5));
        channel.keep(List.of(hook));
        subscriber.awaitLast(AVAILABLE, "online");

        broker.stop();
        broker.start();
        await().atMost(PATIENCE).until(() -> !connectionIsOpen());
        await().atMost(PATIENCE).until(() -> {
            channel.keep(List.of(hook));
            return connectionIsOpen();
        });
        subscriber.awaitLast(AVAILABLE, "online");

        channel.keep(List.of());
        subscriber.awaitLast(AVAILABLE, "offline");
    }

    @Test
    void aChangedHookSpeaksElsewhere() {
        open(TestBroker.open(folder));
        HookRef hook = hook(target(Version.V5));
        deliver(event(hook));
        var changed = new HookRef(
                hook.id(),
                hook.tenant(),
                hook.name(),
                new HookTarget.Mqtt(broker.url(), Version.V5, null, null, null, "janua/house", false));
        deliver(event(changed));
        subscriber.awaitLast("janua/house/available", "online");
        subscriber.awaitLast(AVAILABLE, "offline");
    }

    static Stream<HookTarget.Mqtt> unusableTargets() {
        String ok = "mqtt://broker.invalid";
        return Stream.of(
                new HookTarget.Mqtt("mqtt://user:secret@broker.invalid", null, null, null, null, null, false),
                new HookTarget.Mqtt("mqtt://broker.invalid:99999", null, null, null, null, null, false),
                new HookTarget.Mqtt("http://broker.invalid", null, null, null, null, null, false),
                new HookTarget.Mqtt("mqtt://bro ker", null, null, null, null, null, false),
                new HookTarget.Mqtt(ok, null, null, "secret", null, null, false),
                new HookTarget.Mqtt(ok, null, null, null, "-----BEGIN CERTIFICATE-----", null, false),
                new HookTarget.Mqtt("mqtts://broker.invalid", null, null, null, "no certificate", null, false),
                new HookTarget.Mqtt(ok, null, null, null, null, "/janua", false),
                new HookTarget.Mqtt(ok, null, null, null, null, "janua//doors", false),
                new HookTarget.Mqtt(ok, null, null, null, null, "$SYS", false));
    }

    @ParameterizedTest
    @MethodSource("unusableTargets")
    void targetsThatCannotWorkAreRefused(HookTarget.Mqtt target) {
        assertThatThrownBy(() -> channel.check(target)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
            assertThat(problem.field())
                    .hasValueSatisfying(field -> assertThat(field).startsWith("target."));
            assertThat(problem.getMessage() + problem.remedy()).doesNotContain("secret");
        });
    }

    private void open(TestBroker started) {
        broker = started;
        subscriber = new TestSubscriber(broker.port(), "#");
    }

    private static MqttChannel channel(HookNetwork network) {
        return new MqttChannel(new Brokers(network), new MqttTargets(network));
    }

    private HookTarget.Mqtt target(Version version) {
        return target(version, broker.url());
    }

    private static HookTarget.Mqtt target(Version version, String url) {
        return new HookTarget.Mqtt(url, version, null, null, null, null, false);
    }

    private HookTarget.Mqtt homeAssistant() {
        return new HookTarget.Mqtt(broker.url(), Version.V5, null, null, null, null, true);
    }

    private static HookRef hook(HookTarget.Mqtt target) {
        return new HookRef(UUID.randomUUID(), "acme", "panel", target);
    }

    private static Outgoing event(HookRef hook) {
        return event(hook, "access.granted", Map.of("reason", "rule"));
    }

    private static Outgoing event(HookRef hook, String type, Map<String, Object> data) {
        return new Outgoing(
                hook, UUID.randomUUID(), type, Instant.parse("2026-11-21T08:00:00Z"), Optional.of("north"), data);
    }

    /** As the outbox does: again until it is acknowledged. */
    private void deliver(Outgoing outgoing) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> channel.send(outgoing, LIMIT).verdict() == Verdict.DELIVERED);
    }

    private boolean connectionIsOpen() {
        return channel.connections().anyMatch(HookConnection::isOpen);
    }

    private Attempt tls(String url, String authority) {
        return channel.send(
                event(hook(new HookTarget.Mqtt(url, Version.V5, null, null, authority, null, false))), LIMIT);
    }

    private String failure(String url) {
        Attempt attempt = channel.send(event(hook(target(Version.V5, url))), Duration.ofSeconds(5));
        assertThat(attempt.verdict()).isEqualTo(Verdict.FAILED);
        return attempt.error().orElseThrow();
    }

    private List<String> idsHeard() {
        return subscriber.payloads(EVENT).stream().map(MqttChannelTest::id).toList();
    }

    private List<TestSubscriber.Heard> configurations() {
        return subscriber.heard().stream()
                .filter(heard -> heard.topic().startsWith("homeassistant/"))
                .toList();
    }

    private static String id(String payload) {
        try {
            return JSON.readTree(payload).path("id").textValue();
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception gone) {
            // A broker that a test has stopped ends its connections itself.
        }
    }
}
