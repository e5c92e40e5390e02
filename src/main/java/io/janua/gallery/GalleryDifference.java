package io.janua.gallery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.janua.event.Happening;
import java.util.Objects;
import java.util.Set;

/** What a change of a gallery changed, by the names that the API has for it. */
final class GalleryDifference {

    private static final JsonMapper JSON = new JsonMapper();

    /** Written by people, who may write of people: of these only that they changed. */
    private static final Set<String> FREE_TEXT = Set.of("purpose", "consentText");

    private GalleryDifference() {}

    /** Adds a fact "old -> new" for each rule that is another one now. */
    static Happening tell(Happening about, GalleryChange before, GalleryChange after) {
        Happening told = Objects.equals(before.description(), after.description())
                ? about
                : about.with("description", "changed");
        JsonNode old = JSON.valueToTree(before.policy());
        for (var rule : JSON.<JsonNode>valueToTree(after.policy()).properties()) {
            told = tell(told, rule.getKey(), old.path(rule.getKey()), rule.getValue());
        }
        return told;
    }

    private static Happening tell(Happening about, String rule, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return about;
        }
        return about.with(
                rule, FREE_TEXT.contains(rule) ? "changed" : "%s -> %s".formatted(before.asText(), after.asText()));
    }
}
