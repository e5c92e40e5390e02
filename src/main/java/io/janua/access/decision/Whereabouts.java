package io.janua.access.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is since they last passed.
 *
 * @param zone null for outside
 * @param point at which they passed
 * @param decision that let them
 */
record Whereabouts(@Nullable String zone, Instant since, UUID point, UUID decision) {}
