package io.janua.ops.offline;

import java.util.logging.Level;
import java.util.logging.Logger;

/** A command speaks for itself; what libraries would log beside it is for whoever runs the service. */
public final class CommandLog {

    private CommandLog() {}

    /** Before anything else, because whoever asks for a logger first chooses the log manager. */
    public static void silence() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.OFF);
    }
}
