package io.janua.job;

import java.time.Duration;

/**
 * A job ran once.
 *
 * @param job what kind it is; the same for all tenants
 */
public record JobEnded(String job, boolean succeeded, Duration took) {}
