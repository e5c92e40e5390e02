package io.janua.drift;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The days with which a gallery's last ones are compared.
 *
 * @param chosen by somebody; otherwise it is the time from the first probe on
 */
record Baseline(LocalDate from, LocalDate to, boolean chosen, Instant takenAt) {}
