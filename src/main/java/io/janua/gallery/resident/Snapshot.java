package io.janua.gallery.resident;

/**
 * What somebody has seen of the database.
 *
 * @param transactions as PostgreSQL writes a snapshot
 * @param server when it was started, by which it is told from one that took its place: that one may have lost the last
 *     transactions and given their numbers to others
 */
public record Snapshot(String transactions, String server) {}
