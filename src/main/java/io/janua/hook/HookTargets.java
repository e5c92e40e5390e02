package io.janua.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes targets apart: what everybody may see, and what is sealed. */
@ApplicationScoped
class HookTargets {

    /** Of any kind of target. */
    static final List<String> PASSWORDS = List.of("password", "headers");

    private final ObjectMapper json;
    private final HookSeals seals;

    HookTargets(ObjectMapper json, HookSeals seals) {
        this.json = json;
        this.seals = seals;
    }

    record Parts(JsonNode shown, Optional<Hook.Sealed> passwords) {}

    Parts apart(UUID hook, HookTarget target) {
        ObjectNode shown = json.valueToTree(target);
        ObjectNode passwords = json.createObjectNode();
        for (String password : PASSWORDS) {
            JsonNode value = shown.remove(password);
            if (value != null && !value.isNull()) {
                passwords.set(password, value);
            }
        }
        return new Parts(
                shown,
                passwords.isEmpty() ? Optional.empty() : Optional.of(seals.seal(bytes(passwords), context(hook))));
    }

    /** With its passwords. */
    HookTarget whole(Hook hook) {
        ObjectNode whole = hook.target().deepCopy();
        hook.passwords().ifPresent(passwords -> whole.setAll(object(seals.open(passwords, context(hook.id())))));
        return read(whole);
    }

    HookTarget shown(Hook hook) {
        return read(hook.target());
    }

    /** As it stands in JSON. */
    String typeOf(HookTarget target) {
        return json.valueToTree(target).path("type").asText();
    }

    /**
     * What was given for one address is not shown to another one, which whoever may change hooks could name.
     *
     * @param patch of the target; null where there is none
     */
    void refuseKeptPasswords(HookTarget before, HookTarget after, JsonNode patch) {
        JsonNode former = json.valueToTree(before);
        JsonNode wanted = json.valueToTree(after);
        if (former.path("url").equals(wanted.path("url"))) {
            return;
        }
        for (String password : PASSWORDS) {
            if (wanted.hasNonNull(password) && isKept(wanted.get(password), patch.path(password))) {
                throw Problems.invalid(
                        "target." + password,
                        "The address is another one, and '%s' was given for the former one.".formatted(password),
                        "Give all of '%s' again, or null.".formatted(password));
            }
        }
    }

    /** Headers are patched one by one, so one that is not named would stay. */
    private static boolean isKept(JsonNode wanted, JsonNode patch) {
        return patch.isMissingNode() || wanted.properties().stream().anyMatch(header -> !patch.has(header.getKey()));
    }

    private static String context(UUID hook) {
        return "hook-target|" + hook;
    }

    private HookTarget read(JsonNode target) {
        try {
            return json.treeToValue(target, HookTarget.class);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a hook's target is not as it was written", altered);
        }
    }

    private byte[] bytes(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree is written as JSON", impossible);
        }
    }

    private ObjectNode object(byte[] bytes) {
        try {
            return (ObjectNode) json.readTree(bytes);
        } catch (IOException altered) {
            throw new IllegalStateException("a hook's passwords are not as they were written", altered);
        }
    }
}
