package io.janua.access.decision;

import java.sql.SQLException;
import java.util.List;

/** Tells that somebody else was faster from a fault. */
final class Conflicts {

    /** Classes of SQLSTATE: a constraint does not let it in; it was given up in favour of another transaction. */
    private static final List<String> LOST = List.of("23", "40");

    private Conflicts() {}

    static boolean causes(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && LOST.stream().anyMatch(String.valueOf(sql.getSQLState())::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
