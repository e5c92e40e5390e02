package io.janua.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Something that a feature did, told to whoever records or passes it on. It is fired within the transaction that did
 * it, so both last or neither.
 *
 * @param gallery the gallery's name, or null
 * @param subject the subject's id as the caller knows it, or null; of an API key, its id
 * @param outcome one word: a decision's outcome, a problem's code, or {@code done}
 * @param facts what else belongs to it: strings, numbers and booleans only, never a name, an image or an embedding
 */
public record Happening(Action action, String gallery, String subject, String outcome, Map<String, Object> facts) {

    public static final String DONE = "done";

    /** Facts for hooks alone: a card's number must not stay in the log for ever. */
    public static final Set<String> UNRECORDED = Set.of("wiegand", "wiegandFormat", "wiegandFacility", "wiegandNumber");

    public Happening {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Something that was done to nobody in particular yet. */
    public static Happening of(Action action) {
        return new Happening(action, null, null, DONE, Map.of());
    }

    public Happening in(String gallery) {
        return new Happening(action, gallery, subject, outcome, facts);
    }

    public Happening on(String subject) {
        return new Happening(action, gallery, subject, outcome, facts);
    }

    public Happening outcome(String outcome) {
        return new Happening(action, gallery, subject, outcome, facts);
    }

    /** @param value a string, a number or a boolean; null adds nothing */
    public Happening with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Happening(action, gallery, subject, outcome, more);
    }

    /** What of the facts may be kept for ever. */
    public Map<String, Object> recordedFacts() {
        var recorded = new LinkedHashMap<>(facts);
        recorded.keySet().removeAll(UNRECORDED);
        return recorded;
    }
}
