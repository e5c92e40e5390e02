package io.janua.hook.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Version 5: the broker says whether it takes a message. */
record Mqtt5Broker(Mqtt5AsyncClient client) implements Broker {

    static CompletableFuture<Broker> connect(Connecting connecting) {
        var client = connecting.client().useMqttVersion5().buildAsync();
        var connect = Mqtt5Connect.builder()
                .keepAlive(Connecting.KEEP_ALIVE_SECONDS)
                .restrictions(Mqtt5ConnectRestrictions.builder()
                        .maximumPacketSize(Connecting.MAX_PACKET_BYTES)
                        .build())
                .willPublish(packet(connecting.will()).asWill());
        if (connecting.username() != null) {
            connect.simpleAuth(Mqtt5SimpleAuth.builder()
                    .username(connecting.username())
                    .password(connecting.passwordBytes())
                    .build());
        }
        return client.connect(connect.build()).thenApply(_ -> new Mqtt5Broker(client));
    }

    @Override
    public CompletableFuture<Void> publish(Message message) {
        return client.publish(packet(message))
                .thenAccept(result -> result.getError().ifPresent(refusal -> {
                    throw new CompletionException(refusal);
                }));
    }

    @Override
    public CompletableFuture<Void> subscribe(String filter, Consumer<Message> taken) {
        var subscription = Mqtt5Subscribe.builder()
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

    private static Mqtt5Publish packet(Message message) {
        return Mqtt5Publish.builder()
                .topic(message.topic())
                .payload(message.payload().getBytes(StandardCharsets.UTF_8))
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained())
                .build();
    }

    private static Message message(Mqtt5Publish packet) {
        return new Message(
                packet.getTopic().toString(),
                new String(packet.getPayloadAsBytes(), StandardCharsets.UTF_8),
                packet.isRetain());
    }
}
