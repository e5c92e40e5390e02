package io.janua.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToldTest {

    private final Told told = new Told();

    @Test
    void aReaderTakesOnlyWhatItHasNotHeard() {
        told.add(1, Map.of(-7L, 2L));
        told.add(2, Map.of());
        told.add(3, Map.of(-7L, 3L, 8L, 1L));

        assertThat(Told.sums(told.row(), beat -> beat > 0)).isEqualTo(Map.of(-7L, 5L, 8L, 1L));
        assertThat(Told.sums(told.row(), beat -> beat > 1)).isEqualTo(Map.of(-7L, 3L, 8L, 1L));
        assertThat(Told.lastBeat(told.row())).isEqualTo(3);
    }

    @Test
    void whatIsOldIsNotRepeatedForEver() {
        LongStream.rangeClosed(1, 30).forEach(beat -> told.add(beat, Map.of(1L, 1L)));

        assertThat(Told.sums(told.row(), beat -> true)).isEqualTo(Map.of(1L, 10L));
    }

    @Test
    void nothingIsToldOfNothing() {
        assertThat(told.row()).isEmpty();
        assertThat(Told.lastBeat(told.row())).isZero();
    }
}
