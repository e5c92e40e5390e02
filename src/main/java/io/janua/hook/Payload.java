package io.janua.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What of an event is told. */
public final class Payload {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Told only to those who asked for {@link Detail#SCORE}. */
    private static final Set<String> SCORES = Set.of("score", "threshold");

    /** Told only to those who asked for {@link Detail#SUBJECT}, which takes the right to read access control. */
    private static final String DURESS = "duress";

    /** Facts of the frame that a panel takes, by their names in it. */
    private static final Map<String, String> WIEGAND = Map.of(
            "wiegandFormat", "format", "wiegandFacility", "facility", "wiegandNumber", "number", "wiegand", "bits");

    private Payload() {}

    /** The body of Standard Webhooks 1.0: {@code type}, {@code timestamp} and {@code data}. */
    public static String json(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("type", type);
        payload.put("timestamp", at.toString());
        payload.put("data", data);
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(
                    "an event's data is strings, numbers, booleans and maps of them", impossible);
        }
    }

    /** @param name of the subject, where it is known and may be told */
    static Map<String, Object> data(OutboxEvent event, Set<Detail> include, Optional<String> name) {
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> wiegand = new LinkedHashMap<>();
        event.gallery().ifPresent(gallery -> data.put("gallery", gallery));
        event.subject().filter(_ -> tellsSubject(event, include)).ifPresent(subject -> data.put("subject", subject));
        name.ifPresent(known -> data.put("name", known));
        event.data().forEach((fact, value) -> {
            if (WIEGAND.containsKey(fact)) {
                wiegand.put(WIEGAND.get(fact), value);
            } else if (tells(fact, include)) {
                data.put(fact, value);
            }
        });
        if (!wiegand.isEmpty()) {
            data.put("wiegand", wiegand);
        }
        return data;
    }

    /** Whoever forces somebody may be looking at what a hook switches. */
    private static boolean tells(String fact, Set<Detail> include) {
        return SCORES.contains(fact)
                ? include.contains(Detail.SCORE)
                : !fact.equals(DURESS) || include.contains(Detail.SUBJECT);
    }

    static boolean tellsSubject(OutboxEvent event, Set<Detail> include) {
        return event.type().namesSubject() || include.contains(Detail.SUBJECT);
    }

    /** Only of those who may pass: others are named to nobody. */
    static boolean tellsName(OutboxEvent event, Set<Detail> include) {
        return event.type() == EventType.ACCESS_GRANTED && include.contains(Detail.NAME);
    }
}
