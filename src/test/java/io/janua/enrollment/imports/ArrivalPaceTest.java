package io.janua.enrollment.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrivalPaceTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final ArrivalPace pace = ArrivalPace.from(clock::get, Duration.ofMinutes(60));

    private void passes(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static void tooSlow(ThrowingCallable arrival) {
        assertThatThrownBy(arrival).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.ARCHIVE_TOO_SLOW));
    }

    @Test
    void beginsAsSlowlyAsItLikes() {
        passes(Duration.ofSeconds(60));

        assertThatCode(() -> pace.require(1)).doesNotThrowAnyException();
    }

    @Test
    void mayNotDrip() {
        passes(Duration.ofSeconds(100));

        assertThatCode(() -> pace.require(1_000_000)).doesNotThrowAnyException();
        tooSlow(() -> pace.require(999_999));
    }

    @Test
    void endsAfterAnHourHoweverMuchCame() {
        passes(Duration.ofMinutes(60));
        assertThatCode(() -> pace.require(3_000_000_000L)).doesNotThrowAnyException();

        passes(Duration.ofSeconds(1));

        tooSlow(() -> pace.require(3_000_000_000L));
    }
}
