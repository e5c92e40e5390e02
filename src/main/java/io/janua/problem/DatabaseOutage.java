package io.janua.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Tells a lost database from a fault of ours. */
final class DatabaseOutage {

    /** Shutdowns, crash recovery and too many connections (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_CLASS = "08";

    private DatabaseOutage() {}

    static boolean causes(SQLException failed) {
        String state = failed.getSQLState();
        if (state == null) {
            // The connection pool gives no SQLSTATE when it cannot get a connection in time.
            String message = failed.getMessage();
            return message != null && message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return state.startsWith(CONNECTION_CLASS) || STATES.contains(state);
    }
}
