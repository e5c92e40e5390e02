package io.janua.instance;

import java.time.Instant;
import java.util.UUID;

/**
 * An instance of the service at this database.
 *
 * @param seenAt by the database's clock
 * @param self whether it is the one that is asked
 */
public record LiveInstance(UUID id, String version, Instant startedAt, Instant seenAt, boolean self) {}
