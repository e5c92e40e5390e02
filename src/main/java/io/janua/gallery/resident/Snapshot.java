package io.janua.gallery.resident;

/**
 * What somebody has seen of the database.
 *
 * @param transactions as PostgreSQL writes a snapshot
 * @param server {@link #SERVER}, by which it is told from one that took its place, or that went on after a crash: that one
 *     may have lost the last transactions and given their numbers to others
 */
public record Snapshot(String transactions, String server) {

    /**
     * In SQL, when the server was started and since when it counts. When one of its processes crashes, it starts the others
     * anew and counts from zero, and its own start stays.
     */
    public static final String SERVER = "concat_ws('/', extract(epoch FROM pg_postmaster_start_time()),"
            + " (SELECT extract(epoch FROM stats_reset) FROM pg_stat_bgwriter))";
}
