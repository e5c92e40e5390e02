package io.janua.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    /** The first four are R. G. Newcombe's examples, "Two-sided confidence intervals for a proportion", 1998. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "29, 29, 0.8830, 1",
        "5, 10, 0.2366, 0.7634",
    })
    void interval_isWilsons(long count, long of, double low, double high) {
        Rate.Interval interval = new Rate(count, of).interval();

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void aRateOfNothing_isUnknown() {
        var nothing = new Rate(0, 0);

        assertThat(nothing.value()).isNaN();
        assertThat(nothing.interval().low()).isNaN();
    }

    @Test
    void complement_isTheRest() {
        assertThat(new Rate(3, 10).complement()).isEqualTo(new Rate(7, 10));
    }

    @Test
    void aRate_isNoMoreThanAll() {
        assertThatThrownBy(() -> new Rate(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
