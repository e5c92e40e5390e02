package io.janua.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.problem.JsonRefusals;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

/** JSON Merge Patch (RFC 7396): what is named is replaced, null removes, the rest stays. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @return the patched record, validated as if it had been sent whole
     * @throws io.janua.problem.Problem {@code body_invalid} when the patch is no object or does not fit the record
     * @throws ConstraintViolationException when the result breaks the record's constraints
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (patch == null || !patch.isObject()) {
            throw Problems.bodyInvalid("The patch is not a JSON object.", "Send an object with the fields to change.");
        }
        T patched;
        try {
            patched = json.treeToValue(merged(json.valueToTree(current), patch), type);
        } catch (JsonProcessingException unfit) {
            throw JsonRefusals.of(unfit);
        }
        var violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return patched;
    }

    private JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? ((ObjectNode) target).deepCopy() : json.createObjectNode();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
