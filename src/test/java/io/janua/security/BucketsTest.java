package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

    private static final Allowance THREE = Allowance.ofRequests(3);

    private final HandClock clock = new HandClock();
    private final Buckets buckets = new Buckets(clock);

    @Test
    void refusesWhenTheBucketIsEmptyAndSaysHowLong() {
        assertThat(IntStream.range(0, 3).mapToObj(i -> buckets.draw("a", THREE).remaining()))
                .containsExactly(2L, 1L, 0L);

        Draw refused = buckets.draw("a", THREE);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(20));
        assertThat(refused.secondsUntilFull()).isEqualTo(60);
        assertThat(buckets.draw("b", THREE).granted()).isTrue();
    }

    @Test
    void timeBringsRequestsBackEvenly() {
        IntStream.range(0, 3).forEach(i -> buckets.draw("a", THREE));
        clock.pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(buckets.draw("a", THREE).granted()).isFalse();
        clock.pass(Duration.ofNanos(1));
        assertThat(buckets.draw("a", THREE).granted()).isTrue();
        assertThat(buckets.draw("a", THREE).granted()).isFalse();

        clock.pass(Duration.ofHours(1));
        assertThat(buckets.draw("a", THREE).remaining()).isEqualTo(2);
    }

    @Test
    void inTheLongRunThereIsWhatAMinuteAllows() {
        Allowance allowance = Allowance.ofRequests(6000);
        int granted = 0;
        for (int millis = 0; millis < 60_000; millis++) {
            granted += buckets.draw("a", allowance).granted() ? 1 : 0;
            clock.pass(Duration.ofMillis(1));
        }
        assertThat(granted).isBetween(6000, 6000 + allowance.atOnce());
    }

    @Test
    void whatIsGivenBackCanBeDrawnAgain() {
        Allowance one = Allowance.ofRequests(1);
        buckets.draw("a", one);
        buckets.giveBack("a", one);

        assertThat(buckets.draw("a", one).granted()).isTrue();
    }

    @Test
    void anotherAllowanceIsAnotherBucket() {
        buckets.draw("a", Allowance.ofRequests(1));

        assertThat(buckets.draw("a", Allowance.ofRequests(2)).granted()).isTrue();
    }

    @Test
    void whatIsDrawnElsewhereIsMissingHere() {
        var elsewhere = new Buckets(clock);
        buckets.draw("a", THREE);

        IntStream.range(0, 2).forEach(i -> elsewhere.draw("a", THREE));
        buckets.drawnElsewhere(elsewhere.takeNews());

        assertThat(buckets.draw("a", THREE).granted()).isFalse();
        assertThat(buckets.draw("b", THREE).granted()).isTrue();
        assertThat(elsewhere.takeNews()).isEmpty();
    }

    @Test
    void whoHasComeOnlyElsewhereSoFarIsKnownHereToo() {
        var elsewhere = new Buckets(clock);
        IntStream.range(0, 3).forEach(i -> elsewhere.draw("a", THREE));

        buckets.drawnElsewhere(elsewhere.takeNews());

        assertThat(buckets.draw("a", THREE).granted()).isFalse();
    }

    @Test
    void inTheLongRunInstancesTogetherAllowWhatAMinuteAllows() {
        Allowance allowance = Allowance.ofRequests(6000);
        var instances = List.of(buckets, new Buckets(clock), new Buckets(clock));
        int granted = 0;
        for (int millis = 0; millis < 180_000; millis++) {
            for (Buckets instance : instances) {
                granted += instance.draw("a", allowance).granted() ? 1 : 0;
            }
            if (millis % 1000 == 0) {
                tellEachOther(instances);
            }
            clock.pass(Duration.ofMillis(1));
        }

        // Besides what three minutes allow: a full bucket at each, at the beginning.
        assertThat(granted).isBetween(17_000, 18_000 + 3 * allowance.atOnce());
    }

    @Test
    void whoComesToOneInstanceOnlyHasAllOfTheLimit() {
        Allowance allowance = Allowance.ofRequests(6000);
        var instances = List.of(buckets, new Buckets(clock));
        int granted = 0;
        for (int millis = 0; millis < 60_000; millis++) {
            granted += buckets.draw("a", allowance).granted() ? 1 : 0;
            if (millis % 1000 == 0) {
                tellEachOther(instances);
            }
            clock.pass(Duration.ofMillis(1));
        }

        assertThat(granted).isBetween(6000, 6000 + allowance.atOnce());
    }

    private static void tellEachOther(List<Buckets> instances) {
        var news = instances.stream().map(Buckets::takeNews).toList();
        for (int of = 0; of < instances.size(); of++) {
            for (int to = 0; to < instances.size(); to++) {
                if (of != to) {
                    instances.get(to).drawnElsewhere(news.get(of));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "19,19", "20,20", "21,20", "120,20", "121,20", "126,21", "12000,2000", "2147483647,357913941"})
    void aBurstIsTenSecondsWorthButAtLeastTwentyAndNeverMoreThanAMinute(int perMinute, int atOnce) {
        assertThat(Allowance.ofRequests(perMinute).atOnce()).isEqualTo(atOnce);
    }

    @Test
    void nothingIsNoAllowance() {
        assertThatThrownBy(() -> Allowance.ofRequests(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class HandClock implements TimeMeter {

        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
