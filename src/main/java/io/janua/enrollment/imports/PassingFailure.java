package io.janua.enrollment.imports;

import java.sql.SQLException;
import java.util.Set;

/** Tells what ends by itself, and says nothing of the picture that met it. */
final class PassingFailure {

    /**
     * Lost connections, transactions that met another one, lack of resources, and interventions from outside (PostgreSQL,
     * appendix A).
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    /** A standby that is not promoted yet. */
    private static final String READ_ONLY = "25006";

    private PassingFailure() {}

    static boolean is(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** What has no state is the pool's: it had no connection in time, or lost the one that it gave. */
    private static boolean passes(String state) {
        return state == null
                || state.equals(READ_ONLY)
                || state.length() > 2 && CLASSES.contains(state.substring(0, 2));
    }
}
