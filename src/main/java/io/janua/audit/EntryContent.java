package io.janua.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.janua.event.Happening;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes an entry down, in a mapper of its own: a hash is taken of the text, so no setting of the HTTP layer may change
 * it.
 */
final class EntryContent {

    private static final JsonMapper JSON = new JsonMapper();

    private EntryContent() {}

    /** Who acted, and in which request. */
    record Actor(String id, Optional<String> name, Optional<String> requestId) {}

    /** @return JSON on one line */
    static String of(UUID id, String tenant, Instant time, Actor actor, Happening happening) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", "entry");
        entry.put("id", id.toString());
        entry.put("tenant", tenant);
        entry.put("time", time.toString());
        entry.put("actor", actor.id());
        actor.name().ifPresent(name -> entry.put("actorName", name));
        entry.put("action", happening.action().wireName());
        putIfKnown(entry, "gallery", happening.gallery());
        putIfKnown(entry, "subject", happening.subject());
        entry.put("outcome", happening.outcome());
        actor.requestId().ifPresent(request -> entry.put("requestId", request));
        var facts = happening.recordedFacts();
        if (!facts.isEmpty()) {
            entry.put("facts", facts);
        }
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an entry consists of plain values", impossible);
        }
    }

    /** Whatever stands there, also when somebody has altered it beyond recognition. */
    static JsonNode parse(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException altered) {
            return TextNode.valueOf(content);
        }
    }

    private static void putIfKnown(Map<String, Object> entry, String name, String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }
}
