package io.janua.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionClockTest {

    @Test
    void strikesWhenTheLastDayIsOver_notBefore() {
        Instant now = Instant.parse("2026-03-29T12:00:00Z");

        assertThat(new RetentionClock(1).lastUseOfDue(now)).isEqualTo("2026-03-28T12:00:00Z");
        assertThat(new RetentionClock(1).lastUseOfDue(now.minusNanos(1000))).isBefore("2026-03-28T12:00:00Z");
    }

    @Test
    void countsDaysOf24Hours_overSummerTimeAndLeapDays() {
        assertThat(new RetentionClock(1095).lastUseOfDue(Instant.parse("2029-03-01T00:00:00Z")))
                .isEqualTo("2026-03-02T00:00:00Z");
        assertThat(new RetentionClock(30).lastUseOfDue(Instant.parse("2026-04-10T03:00:00Z")))
                .isEqualTo("2026-03-11T03:00:00Z");
    }

    @Test
    void hasAtLeastOneDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionClock(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetentionClock(-1));
    }
}
