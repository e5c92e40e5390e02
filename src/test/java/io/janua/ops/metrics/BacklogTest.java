package io.janua.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Backlog READ_NOW = new Backlog(Optional.empty(), Optional.empty(), Optional.empty(), NOW);

    @Test
    void whatAnotherMachinesClockSaysIsLaterHasNotWaited() {
        assertThat(READ_NOW.age(Optional.of(NOW.minusSeconds(5)))).isEqualTo(Duration.ofSeconds(5));
        assertThat(READ_NOW.age(Optional.of(NOW.plusSeconds(5)))).isZero();
        assertThat(READ_NOW.age(Optional.empty())).isZero();
    }

    @Test
    void whatWasReadLongAgoIsOld() {
        var minute = Duration.ofMinutes(1);

        assertThat(READ_NOW.isOlderThan(minute, NOW.plusSeconds(60))).isFalse();
        assertThat(READ_NOW.isOlderThan(minute, NOW.plusSeconds(61))).isTrue();
    }
}
