package io.janua.hook.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.hook.Outgoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an event is to a broker: the event itself first, then what it changes in the retained picture of its point. */
record Messages(Topics topics) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> IN_STATE =
            List.of("reason", "subject", "name", "decision", "openSeconds", "expiresAt");
    private static final List<String> IN_MODE = List.of("mode", "reason", "by");

    List<Message> of(Outgoing outgoing) {
        String payload = payload(outgoing);
        if (outgoing.point().isEmpty()) {
            return List.of(Message.passing(topics.elsewhere(outgoing.type()), payload));
        }
        String point = outgoing.point().get();
        var messages = new ArrayList<Message>();
        messages.add(Message.passing(topics.event(point), payload));
        switch (outgoing.type()) {
            case "access.granted" -> messages.add(state(point, "granted", outgoing));
            case "access.denied" -> messages.add(state(point, "denied", outgoing));
            case "access.blocked" -> messages.add(state(point, "blocked", outgoing));
            case "access.mode" ->
                messages.add(Message.retained(topics.mode(point), json(picked(IN_MODE, Map.of(), outgoing))));
            default -> {
                // It changes nothing that stays.
            }
        }
        return messages;
    }

    /** As a webhook's body is, with the id that a webhook has in its header. */
    private static String payload(Outgoing outgoing) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("type", outgoing.type());
        payload.put("timestamp", outgoing.at().toString());
        payload.put("id", outgoing.event().toString());
        payload.put("data", outgoing.data());
        return json(payload);
    }

    private Message state(String point, String outcome, Outgoing outgoing) {
        return Message.retained(topics.state(point), json(picked(IN_STATE, Map.of("outcome", outcome), outgoing)));
    }

    private static Map<String, Object> picked(List<String> keys, Map<String, Object> first, Outgoing outgoing) {
        var picked = new LinkedHashMap<>(first);
        keys.stream()
                .filter(outgoing.data()::containsKey)
                .forEach(key -> picked.put(key, outgoing.data().get(key)));
        picked.put("at", outgoing.at().toString());
        return picked;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event's data are strings, numbers, booleans and maps", impossible);
        }
    }
}
