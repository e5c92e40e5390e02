package io.janua.access.decision;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which decisions somebody wants to see; what is left out does not narrow. */
public class DecisionFilter {

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "In which gallery")
    public String gallery;

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "At which access point")
    public String point;

    @RestQuery
    @Parameter(description = "What it came to")
    public AccessOutcome outcome;

    @RestQuery
    @Parameter(description = "Why")
    public AccessReason reason;

    @RestQuery
    @Size(max = 200)
    @Parameter(description = "About whom: the subject's id")
    public String subject;

    @RestQuery
    @Parameter(description = "Not before, RFC 3339", schema = @Schema(format = "date-time"))
    public String from;

    @RestQuery
    @Parameter(description = "Before, RFC 3339", schema = @Schema(format = "date-time"))
    public String until;

    /** Everything that decides what the list holds, for its cursor. */
    String list() {
        return "decisions:%s:%s:%s:%s:%s:%s:%s".formatted(gallery, point, outcome, reason, subject, from, until);
    }

    /** Conditions for {@link DecisionRows#SELECT}. */
    String where(List<Object> parameters) {
        var conditions = new ArrayList<String>();
        add(conditions, parameters, " AND g.name = ?", gallery);
        add(conditions, parameters, " AND p.name = ?", point);
        add(conditions, parameters, " AND d.outcome = ?", outcome == null ? null : outcome.name());
        add(conditions, parameters, " AND d.reason = ?", reason == null ? null : reason.name());
        add(conditions, parameters, " AND s.external_id = ?", subject);
        add(conditions, parameters, " AND d.decided_at >= ?", Times.parse("from", from));
        add(conditions, parameters, " AND d.decided_at < ?", Times.parse("until", until));
        return String.join("", conditions);
    }

    private static void add(List<String> conditions, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.add(value);
        }
    }
}
