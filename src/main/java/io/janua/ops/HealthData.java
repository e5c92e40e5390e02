package io.janua.ops;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Health checks speak another JSON library than the API: their data are texts, numbers and booleans. */
final class HealthData {

    private HealthData() {}

    static Object plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.bigDecimalValue();
            case JsonValue other when other == JsonValue.TRUE -> true;
            case JsonValue other when other == JsonValue.FALSE -> false;
            default -> value.toString();
        };
    }
}
