package io.janua.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** Tells a lost database from a fault of ours. */
final class DatabaseOutage {

    /** Shutdowns, crash recovery, too many connections, and a statement that was given up (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300", "57014");

    private static final String CONNECTION_CLASS = "08";

    private DatabaseOutage() {}

    /** A lost connection that the database itself tells of is one of its own: to a server that holds templates. */
    static boolean isOfAShard(SQLException failed) {
        return failed instanceof PSQLException told
                && told.getServerErrorMessage() != null
                && String.valueOf(failed.getSQLState()).startsWith(CONNECTION_CLASS);
    }

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
