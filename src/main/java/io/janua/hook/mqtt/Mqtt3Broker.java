package io.janua.hook.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Version 3.1.1: a broker that does not want a message acknowledges it all the same, or hangs up. */
record Mqtt3Broker(Mqtt3AsyncClient client) implements Broker {

    static CompletableFuture<Broker> connect(Connecting connecting) {
        var client = connecting.client().useMqttVersion3().buildAsync();
        var connect =
                Mqtt3Connect.builder().keepAlive(Connecting.KEEP_ALIVE_SECONDS).willPublish(packet(connecting.will()));
        if (connecting.username() != null) {
            connect.simpleAuth(Mqtt3SimpleAuth.builder()
                    .username(connecting.username())
                    .password(connecting.passwordBytes())
                    .build());
        }
        return client.connect(connect.build()).thenApply(_ -> new Mqtt3Broker(client));
    }

    @Override
    public CompletableFuture<Void> publish(Message message) {
        return client.publish(packet(message)).thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<Void> subscribe(String filter, Consumer<Message> taken) {
        var subscription = Mqtt3Subscribe.builder()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .build();
        return client.subscribe(subscription, packet -> taken.accept(message(packet)))
                .thenAccept(_ -> {});
    }

    @Override
    public boolean isOpen() {
        return client.getState().isConnected();
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        return client.disconnect();
    }

    private static Mqtt3Publish packet(Message message) {
        return Mqtt3Publish.builder()
                .topic(message.topic())
                .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained())
                .build();
    }

    private static Message message(Mqtt3Publish packet) {
        return new Message(
                packet.getTopic().toString(),
                new String(packet.getPayloadAsBytes(), StandardCharsets.UTF_8),
                packet.isRetain());
    }
}
