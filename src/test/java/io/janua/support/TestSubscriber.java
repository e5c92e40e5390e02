package io.janua.support;

import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Somebody who listens to a broker, and hears afterwards what was said while it was away. */
public final class TestSubscriber implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Mqtt5BlockingClient client;

    /** @param retained whether it was said before this one listened, and kept */
    public record Heard(String topic, String payload, boolean retained) {}

    public TestSubscriber(int port, String filter) {
        client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(50, TimeUnit.MILLISECONDS)
                .maxDelay(200, TimeUnit.MILLISECONDS)
                .applyAutomaticReconnect()
                .buildBlocking();
        client.toAsync().publishes(MqttGlobalPublishFilter.ALL, packet -> heard.add(heard(packet)));
        client.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    }

    /** In the order in which it came. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public List<String> payloads(String topic) {
        return heard.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Heard::payload)
                .toList();
    }

    public Heard awaitMessage(Predicate<Heard> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> heard.stream()
                .anyMatch(wanted));
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    public void awaitLast(String topic, String payload) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            List<String> payloads = payloads(topic);
            return !payloads.isEmpty() && payloads.getLast().equals(payload);
        });
    }

    /** Speaks itself. */
    public void say(String topic, String payload, boolean retained) {
        client.publishWith()
                .topic(topic)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retained)
                .send();
    }

    @Override
    public void close() {
        client.disconnect();
    }

    private static Heard heard(Mqtt5Publish packet) {
        return new Heard(
                packet.getTopic().toString(),
                new String(packet.getPayloadAsBytes(), StandardCharsets.UTF_8),
                packet.isRetain());
    }
}
