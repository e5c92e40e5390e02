package io.janua.hook.mqtt;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.exceptions.MqttClientStateException;
import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import io.janua.hook.http.HookNetwork;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** A broker did not take a message. What it says is a sentence for people who can mend it. */
final class NotTold extends Exception {

    private final boolean refused;

    NotTold(String reason) {
        this(reason, false);
    }

    private NotTold(String reason, boolean refused) {
        super(reason, null, false, false);
        this.refused = refused;
    }

    /** Whether the broker had heard it, and said no: then the connection is as good as before. */
    boolean isRefusal() {
        return refused;
    }

    static NotTold because(Throwable failed, Duration limit) {
        return new NotTold(
                switch (failed) {
                    case TimeoutException _ -> late(limit);
                    case Mqtt5ConnAckException refused ->
                        "The broker refuses the connection: %s."
                                .formatted(words(refused.getMqttMessage().getReasonCode()));
                    case Mqtt3ConnAckException refused ->
                        "The broker refuses the connection: %s."
                                .formatted(words(refused.getMqttMessage().getReturnCode()));
                    case Mqtt5PubAckException refused ->
                        "The broker refuses the message: %s."
                                .formatted(words(refused.getMqttMessage().getReasonCode()));
                    // The client's own clock was faster than ours, and it ends the connection as it ends others.
                    case Mqtt5DisconnectException own
                    when String.valueOf(own.getMessage()).startsWith("Timeout") -> late(limit);
                    case Mqtt5DisconnectException ended ->
                        "The broker ended the connection: %s."
                                .formatted(words(ended.getMqttMessage().getReasonCode()));
                    case MqttDecodeException _ -> "What the broker answers is not MQTT.";
                    case MqttEncodeException _ -> "The broker does not take messages of this size or kind.";
                    case ConnectionFailedException unreachable
                    when unreachable.getCause() != null -> HookNetwork.told(unreachable.getCause());
                    case ConnectionFailedException _ -> late(limit);
                    case ConnectionClosedException _, MqttClientStateException _ ->
                        "The broker closed the connection before it had acknowledged.";
                    default -> "The broker could not be told.";
                },
                failed instanceof Mqtt5PubAckException);
    }

    private static String late(Duration limit) {
        return "The broker did not answer within %d s.".formatted(limit.toSeconds());
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
