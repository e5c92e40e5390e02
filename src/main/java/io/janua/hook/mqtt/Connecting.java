package io.janua.hook.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a connection begins with.
 *
 * @param address found and permitted, with the name that the certificate must be for
 * @param trust empty for a connection without TLS
 * @param will what the broker says when the connection breaks off
 */
record Connecting(
        InetSocketAddress address,
        Optional<TrustManagerFactory> trust,
        @Nullable String username,
        @Nullable String password,
        Message will,
        Duration limit) {

    /** Three of these in a row without a word, and the broker takes the connection for broken. */
    static final int KEEP_ALIVE_SECONDS = 20;

    /** That a broker may send: all it has to say are acknowledgements and its own topics' words. */
    static final int MAX_PACKET_BYTES = 64 * 1024;

    /** All that a broker of version 3.1.1 must take. */
    private static final int MAX_IDENTIFIER = 23;

    /** Without the client's own reconnecting: a message that was given up must not go out afterwards. */
    MqttClientBuilder client() {
        // Unlike a fixed one it throws no other instance out.
        String identifier = "janua" + UUID.randomUUID().toString().replace("-", "");
        var transport = MqttClientTransportConfig.builder()
                .serverAddress(address)
                .socketConnectTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        // The host's name is checked as for HTTPS; the library does so unless told otherwise.
        trust.ifPresent(factory -> transport.sslConfig(MqttClientSslConfig.builder()
                .trustManagerFactory(factory)
                .handshakeTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .build()));
        return MqttClient.builder()
                .identifier(identifier.substring(0, MAX_IDENTIFIER))
                .transportConfig(transport.build());
    }

    byte[] passwordBytes() {
        return password == null ? new byte[0] : password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Connecting[address=%s]".formatted(address);
    }
}
