package io.janua.gallery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.problem.Problem;
import io.janua.problem.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What another feature says of a subject that it creates.
 *
 * @param name null when unknown
 * @param attributes the caller's own data: strings, numbers, booleans, and maps and lists of them
 * @param validFrom null for always
 * @param validUntil null for always
 */
@RegisterForReflection
public record SubjectDescription(String name, Map<String, Object> attributes, Instant validFrom, Instant validUntil) {

    private static final int MAX_NAME = 200;
    private static final int MAX_ATTRIBUTES = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Last, because making it takes the constants above. */
    public static final SubjectDescription NONE = new SubjectDescription(null, Map.of(), null, null);

    /** @throws Problem {@code validation_failed} */
    public SubjectDescription {
        attributes = Map.copyOf(attributes);
        if (name != null && name.length() > MAX_NAME) {
            throw Problems.invalid("name", "The name has more than %d characters.".formatted(MAX_NAME), "Shorten it.");
        }
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw Problems.invalid(
                    "attributes", "There are more than %d attributes.".formatted(MAX_ATTRIBUTES), "Leave some out.");
        }
        AttributeLimits.check(JSON.valueToTree(attributes));
        if (validFrom != null && validUntil != null && !validUntil.isAfter(validFrom)) {
            throw Problems.invalid(
                    "validUntil", "'validUntil' is not after 'validFrom'.", "Exchange them, or leave one out.");
        }
    }

    /** As the database keeps it. */
    String attributesJson() {
        return JSON.valueToTree(new TreeMap<>(attributes)).toString();
    }

    @Override
    public String toString() {
        return "SubjectDescription[attributes=%d]".formatted(attributes.size());
    }
}
