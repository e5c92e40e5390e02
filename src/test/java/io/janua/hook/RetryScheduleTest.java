package io.janua.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {

    private static final Optional<Duration> UNASKED = Optional.empty();

    @Test
    void itIsTheStandards() {
        var schedule = new RetrySchedule(0);

        assertThat(IntStream.rangeClosed(1, 9).mapToObj(attempts -> schedule.pauseAfter(attempts, UNASKED)
                        .orElseThrow()))
                .isEqualTo(List.of(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24)));
        assertThat(schedule.pauseAfter(10, UNASKED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.5, 0.5, 1})
    void itSpreadsByAFifth(double jitter) {
        assertThat(new RetrySchedule(jitter).pauseAfter(2, UNASKED))
                .contains(Duration.ofMillis(Math.round(300_000 * (1 + 0.2 * jitter))));
    }

    @Test
    void whoAsksForLongerGetsIt_withinReason() {
        var schedule = new RetrySchedule(0);

        assertThat(schedule.pauseAfter(1, Optional.of(Duration.ofHours(1)))).contains(Duration.ofHours(1));
        assertThat(schedule.pauseAfter(1, Optional.of(Duration.ofDays(99)))).contains(Duration.ofHours(24));
        assertThat(schedule.pauseAfter(1, Optional.of(Duration.ZERO))).contains(Duration.ofSeconds(5));
        assertThat(schedule.pauseAfter(10, Optional.of(Duration.ofHours(1)))).isEmpty();
    }
}
