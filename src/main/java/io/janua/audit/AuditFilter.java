package io.janua.audit;

import io.janua.event.Action;
import io.janua.problem.Problems;
import io.quarkus.panache.common.Parameters;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which entries somebody wants to see; what is left out does not narrow. */
public class AuditFilter {

    @RestQuery
    @Parameter(description = "What happened", example = "identify")
    public String action;

    @RestQuery
    @Parameter(description = "What to leave out; may stand several times", example = "face.view")
    public SortedSet<String> exceptAction;

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "Who did it", example = "user:0f9c1c52-5c0e-4c3f-9a58-2a1f0f5a4f9e")
    public String actor;

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "In which gallery")
    public String gallery;

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "On whom: the subject's id")
    public String subject;

    @RestQuery
    @Size(max = 100)
    @Parameter(description = "What came of it", example = "no_match")
    public String outcome;

    @RestQuery
    @Parameter(description = "Not before, RFC 3339", schema = @Schema(format = "date-time"))
    public String since;

    @RestQuery
    @Parameter(description = "Before, RFC 3339", schema = @Schema(format = "date-time"))
    public String until;

    /** Everything that decides what the list holds, for its cursor. */
    String list() {
        return "audit:%s:%s:%s:%s:%s:%s:%s:%s"
                .formatted(action, exceptAction, actor, gallery, subject, outcome, since, until);
    }

    /** @throws io.janua.problem.Problem {@code validation_failed} for an action that there is not */
    String where(Parameters parameters) {
        if (action != null) {
            checkKnown("action", action);
        }
        exceptAction.forEach(left -> checkKnown("exceptAction", left));
        var where = new StringBuilder("1 = 1");
        equal(where, parameters, "action", action);
        compared(
                where,
                parameters,
                "action not in :exceptAction",
                "exceptAction",
                exceptAction.isEmpty() ? null : exceptAction);
        equal(where, parameters, "actor", actor);
        equal(where, parameters, "gallery", gallery);
        equal(where, parameters, "subject", subject);
        equal(where, parameters, "outcome", outcome);
        compared(where, parameters, "recordedAt >= :since", "since", time("since", since));
        compared(where, parameters, "recordedAt < :until", "until", time("until", until));
        return where.toString();
    }

    private static void checkKnown(String field, String name) {
        var known = Arrays.stream(Action.values()).map(Action::wireName).toList();
        if (!known.contains(name)) {
            throw Problems.invalid(
                    field, "There is no action '%s'.".formatted(name), "Choose among %s.".formatted(known));
        }
    }

    /** The framework would not say which of the two it could not read. */
    private static Instant time(String name, String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Problems.invalid(
                    name, "'%s' is no time.".formatted(name), "Write it as in RFC 3339: 2026-01-31T12:00:00Z.");
        }
    }

    private static void equal(StringBuilder where, Parameters parameters, String name, String value) {
        compared(where, parameters, "%s = :%s".formatted(name, name), name, value);
    }

    private static void compared(
            StringBuilder where, Parameters parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.and(name, value);
        }
    }
}
