package io.janua.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal that the caller can act on. It carries only what the caller may see: causes and internals go to the log.
 */
public final class Problem extends RuntimeException {

    private final transient ProblemCode code;
    private final transient String field;
    private final transient String remedy;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();
    private transient Duration retryAfter;

    /**
     * @param detail what is wrong with this very request, in one sentence
     * @param field the offending field, parameter or header, or null
     * @param remedy what the caller can do, in one sentence
     */
    public Problem(ProblemCode code, String detail, String field, String remedy) {
        // No stack trace: a refusal is an answer, and under a flood of bad requests traces are what costs.
        super(detail, null, false, false);
        this.code = code;
        this.field = field;
        this.remedy = remedy;
    }

    /** Adds a member to the JSON answer, for example the number of faces that were found. */
    public Problem with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** How long the caller should wait before trying again. */
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** Whole seconds, rounded up; for every 503, and for what else names a time. */
    public Optional<String> retryAfterSeconds() {
        if (retryAfter != null) {
            return Optional.of(
                    Long.toString(retryAfter.plusSeconds(1).minusNanos(1).toSeconds()));
        }
        return code.status() == 503 ? Optional.of(ProblemView.RETRY_AFTER_SECONDS) : Optional.empty();
    }

    public ProblemCode code() {
        return code;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public String remedy() {
        return remedy;
    }

    public Map<String, Object> facts() {
        return Map.copyOf(facts);
    }
}
