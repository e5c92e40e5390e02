package io.janua.access.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a rule came, the nearer to permitting the later in the list. */
@Schema(name = "AccessRuleOutcome")
public enum RuleOutcome {
    DISABLED,
    /** The rule's own time is over. */
    EXPIRED,
    /** The rule, or the membership, has not begun. */
    NOT_VALID_YET,
    NOT_A_MEMBER,
    MEMBER_EXPIRED,
    NOT_AT_THIS_TIME,
    DEMAND_UNMET,
    APPLIES;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
