package io.janua.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionClockTest {

    private static final Instant LAST_USE = Instant.parse("2026-03-28T12:00:00Z");

    @Test
    void strikesWhenTheLastDayIsOver_notBefore() {
        var clock = new RetentionClock(1);

        assertThat(clock.isDue(LAST_USE, Instant.parse("2026-03-29T11:59:59.999999Z")))
                .isFalse();
        assertThat(clock.isDue(LAST_USE, Instant.parse("2026-03-29T12:00:00Z"))).isTrue();
        assertThat(clock.isDue(LAST_USE, Instant.parse("2030-01-01T00:00:00Z"))).isTrue();
    }

    @Test
    void countsDaysOf24Hours_overSummerTimeAndLeapDays() {
        assertThat(new RetentionClock(1095).lastUseOfDue(Instant.parse("2029-03-01T00:00:00Z")))
                .isEqualTo("2026-03-02T00:00:00Z");
        assertThat(new RetentionClock(30).lastUseOfDue(Instant.parse("2026-04-10T03:00:00Z")))
                .isEqualTo("2026-03-11T03:00:00Z");
    }

    @Test
    void aUseInTheFutureIsNotDue() {
        assertThat(new RetentionClock(1).isDue(LAST_USE.plusSeconds(60), LAST_USE))
                .isFalse();
    }

    @Test
    void hasAtLeastOneDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionClock(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionClock(-1));
    }
}
