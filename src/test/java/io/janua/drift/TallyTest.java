package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    private final Tally tally = new Tally();

    @Test
    void countsFromAllThreads() {
        var place = place(1);

        IntStream.range(0, 10_000).parallel().forEach(_ -> tally.count(place, 3, 4));

        Counts counts = tally.take().get(place);
        assertThat(counts.cells()[3]).isEqualTo(10_000);
        assertThat(counts.cells()[4]).isEqualTo(10_000);
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void whatIsPutBackIsAddedToWhatCameMeanwhile() {
        var place = place(1);
        tally.count(place, 3);
        Counts taken = tally.take().get(place);
        tally.count(place, 3);

        tally.putBack(place, taken);

        assertThat(tally.take().get(place).cells()[3]).isEqualTo(2);
    }

    @Test
    void hasALimit_beyondWhichOnlyWhatIsKnownIsCounted() {
        for (int i = 0; i < Tally.MOST; i++) {
            tally.count(place(i), 1);
        }

        tally.count(place(Tally.MOST), 1);
        tally.count(place(0), 1);

        assertThat(tally.dropped()).isEqualTo(1);
        assertThat(tally.dropped()).isZero();
        var taken = tally.take();
        assertThat(taken).hasSize(Tally.MOST);
        assertThat(taken.get(place(0)).cells()[1]).isEqualTo(2);
    }

    private static Tally.Place place(int gallery) {
        return new Tally.Place("acme", new UUID(0, gallery), "model", DAY);
    }
}
