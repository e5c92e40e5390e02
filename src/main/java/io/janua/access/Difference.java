package io.janua.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.janua.event.Happening;
import java.util.TreeSet;

/** What a change changed, by the names that the API has for it. */
final class Difference {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final int MAX_FACT = 200;

    private Difference() {}

    /**
     * Adds a fact "old -> new" for each member that is another one now; {@code changed} for what people write freely, who
     * may write of people, and for what is long.
     */
    static Happening tell(Happening about, Object before, Object after) {
        return tell(about, "", JSON.valueToTree(before), JSON.valueToTree(after));
    }

    private static Happening tell(Happening about, String prefix, JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        Happening told = about;
        for (String name : names) {
            JsonNode old = before.path(name);
            JsonNode now = after.path(name);
            if (old.equals(now)) {
                continue;
            }
            told = old.isObject() && now.isObject()
                    ? tell(told, prefix + name + ".", old, now)
                    : told.with(prefix + name, fact(name, old, now));
        }
        return told;
    }

    private static String fact(String name, JsonNode old, JsonNode now) {
        String fact = "%s -> %s".formatted(text(old), text(now));
        return name.equals("description") || fact.length() > MAX_FACT ? "changed" : fact;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? "none"
                : value.isTextual() ? value.textValue() : value.toString();
    }
}
