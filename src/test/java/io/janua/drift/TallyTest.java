package io.janua.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TallyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 2);

    private static final int NO_FACE = Measure.ACQUISITION.cell(Acquisition.NO_FACE.ordinal());
    private static final int GOOD = Measure.QUALITY.cell(95);

    private final Tally tally = new Tally();

    @Test
    void countsFromAllThreads() {
        var place = place(1);

        IntStream.range(0, 10_000).parallel().forEach(_ -> tally.count(place, NO_FACE, GOOD));

        Counts counts = tally.take().get(place);
        assertThat(counts.total(Measure.ACQUISITION)).isEqualTo(10_000);
        assertThat(counts.of(Measure.QUALITY)[9]).isEqualTo(10_000);
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void whatIsPutBackIsAddedToWhatCameMeanwhile() {
        var place = place(1);
        tally.count(place, NO_FACE);
        Counts taken = tally.take().get(place);
        tally.count(place, NO_FACE);

        tally.putBack(place, taken);

        assertThat(tally.take().get(place).total()).isEqualTo(2);
    }

    @Test
    void hasALimit_beyondWhichOnlyWhatIsKnownIsCounted() {
        for (int i = 0; i < Tally.MOST; i++) {
            tally.count(place(i), NO_FACE);
        }

        tally.count(place(Tally.MOST), NO_FACE, GOOD);
        tally.count(place(0), NO_FACE);

        assertThat(tally.dropped()).isEqualTo(2);
        assertThat(tally.dropped()).isZero();
        var taken = tally.take();
        assertThat(taken).hasSize(Tally.MOST);
        assertThat(taken.get(place(0)).total()).isEqualTo(2);
    }

    @Test
    void whatCannotBePutBackIsKnownToTheLast() {
        var counts = Counts.none();
        counts.add(NO_FACE, 7);
        for (int i = 0; i < Tally.MOST; i++) {
            tally.count(place(i), NO_FACE);
        }

        tally.putBack(place(Tally.MOST), counts);

        assertThat(tally.dropped()).isEqualTo(7);
    }

    @Test
    @Timeout(60)
    void wakesWhoeverWritesWhenItIsHalfFull() throws InterruptedException {
        for (int i = 0; i <= Tally.MOST / 2; i++) {
            tally.count(place(i), NO_FACE);
        }

        // An hour is longer than the test may take.
        tally.await(Duration.ofHours(1));

        assertThat(tally.take()).hasSize(Tally.MOST / 2 + 1);
    }

    private static Tally.Place place(int gallery) {
        return new Tally.Place("acme", new UUID(0, gallery), "model", DAY);
    }
}
