package io.janua.hook.mqtt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a point announces itself to Home Assistant: MQTT discovery, one device for each point.
 *
 * @see <a href="https://www.home-assistant.io/integrations/mqtt/#mqtt-discovery">its documentation</a>
 */
record HomeAssistant(Topics topics) {

    private static final List<String> OUTCOMES = List.of("granted", "denied", "blocked");
    private static final List<String> MODES = List.of("normal", "lockdown", "released");
    private static final List<String> EVENTS = List.of(
            "access.granted",
            "access.denied",
            "access.blocked",
            "access.taken",
            "access.not_taken",
            "access.mode",
            "hook.test");
    private static final String EVENT = "{{ {'event_type': value_json.type, 'id': value_json.id, 'reason':"
            + " value_json.data.reason | default(''), 'subject': value_json.data.subject | default('')} | to_json }}";
    private static final int GRANTED_SHOWN_SECONDS = 5;

    /** Retained, so that a Home Assistant that comes later sees them too. */
    List<Message> announce(String point) {
        return List.of(
                entity("event", point, "event", "Event", topics.event(point))
                        .with("event_types", EVENTS)
                        .with("value_template", EVENT)
                        .with("icon", "mdi:face-recognition")
                        .message(),
                entity("sensor", point, "decision", "Last decision", topics.state(point))
                        .with("value_template", "{{ value_json.outcome }}")
                        .with("json_attributes_topic", topics.state(point))
                        .with("device_class", "enum")
                        .with("options", OUTCOMES)
                        .with("icon", "mdi:door")
                        .message(),
                // Nothing comes when a door closes again, so it goes off by itself.
                entity("binary_sensor", point, "granted", "Granted", topics.event(point))
                        .with("value_template", "{{ 'ON' if value_json.type == 'access.granted' }}")
                        .with("off_delay", GRANTED_SHOWN_SECONDS)
                        .with("icon", "mdi:door-open")
                        .message(),
                entity("binary_sensor", point, "blocked", "Blocked", topics.state(point))
                        .with("value_template", "{{ 'ON' if value_json.outcome == 'blocked' else 'OFF' }}")
                        .with("device_class", "problem")
                        .message(),
                entity("sensor", point, "mode", "Mode", topics.mode(point))
                        .with("value_template", "{{ value_json.mode }}")
                        .with("json_attributes_topic", topics.mode(point))
                        .with("device_class", "enum")
                        .with("options", MODES)
                        .with("icon", "mdi:shield-lock")
                        .message());
    }

    /** Whether a configuration on the broker is one of this hook's. */
    boolean isOwn(Message configuration) {
        return configuration.topic().startsWith(Topics.DISCOVERY + "/")
                && configuration.payload().contains(availability());
    }

    private Entity entity(String component, String point, String object, String name, String source) {
        return new Entity(topics.discovery(component, point, object), new LinkedHashMap<>())
                .with("name", name)
                .with("unique_id", topics.device(point) + "_" + object)
                .with("state_topic", source)
                .with("availability_topic", topics.available())
                .with(
                        "device",
                        Map.of(
                                "identifiers",
                                List.of(topics.device(point)),
                                "name",
                                point,
                                "manufacturer",
                                "Janua",
                                "model",
                                "Access point"))
                .with("origin", Map.of("name", "Janua"));
    }

    private record Entity(String topic, Map<String, Object> configuration) {

        Entity with(String key, Object value) {
            configuration.put(key, value);
            return this;
        }

        Message message() {
            return Message.retained(topic, Messages.json(configuration));
        }
    }

    private String availability() {
        return "\"availability_topic\":" + Messages.json(topics.available());
    }
}
