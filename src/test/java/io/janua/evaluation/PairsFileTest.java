package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.evaluation.PairsFile.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsFileTest {

    /** Ana 1, Ana 2, Ben Bo 1, Ben Bo 2. */
    private final PhotographSet set = set("Ana", "Ben Bo");

    @Test
    void folds_areReadAsLfwHasThem() {
        PairsFile read = PairsFile.parse("""
                2\t1
                Ana\t1\t2
                Ana\t1\tBen Bo\t1
                Ben Bo\t1\t2
                Ana\t2\tBen Bo\t2
                """, set);

        assertThat(read.pairs())
                .containsExactly(
                        new Pair(0, 0, 1, true),
                        new Pair(0, 0, 2, false),
                        new Pair(1, 2, 3, true),
                        new Pair(1, 1, 3, false));
        assertThat(read.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'1\n'", "''", "'\uFEFF1\n\n'"})
    void oneFold_isReadWithAndWithoutItsNumber(String header) {
        PairsFile read = PairsFile.parse(header + "Ana 1 2\r\nAna 1 2\n", set);

        assertThat(read.pairs())
                .hasSize(2)
                .allMatch(Pair::mated)
                .extracting(Pair::fold)
                .containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana, neither",
        "Ana 1 2 3 4, neither",
        "Ana one 2, no number",
        "Ana 1 -2, no number",
        "Ana 99999999999 2, no number",
        "Eve 1 2, a person who is not there",
        "Ana 1 3, a photograph that is not there",
        "Ana 1 Eve 1, a person who is not there",
        "Ana 1 1, with itself",
        "Ana 1 Ana 2, two people that names one",
    })
    void aLineThatCannotBeUsed_isNamed(String line, String why) {
        PairsFile read = PairsFile.parse("Ana 1 2\n" + line, set);

        assertThat(read.pairs()).hasSize(1);
        assertThat(read.leftOut()).singleElement().satisfies(left -> {
            assertThat(left.what()).startsWith("line 2 of the pairs");
            assertThat(left.why()).contains(why);
        });
    }

    @Test
    void aLineThatIsLeftOut_keepsItsPlaceInItsFold() {
        PairsFile read = PairsFile.parse("2 1\nAna 1 2\nrubbish\nAna 2 1\n", set);

        assertThat(read.pairs()).extracting(Pair::fold).containsExactly(0, 1);
        assertThat(read.leftOut()).extracting(LeftOut::what).containsExactly("line 3 of the pairs", "the file's end");
    }

    @Test
    void moreThanAnnounced_isLeftOut() {
        PairsFile read = PairsFile.parse("1 1\nAna 1 2\nAna 1 2\nAna 1 2\n", set);

        assertThat(read.pairs()).hasSize(2);
        assertThat(read.leftOut()).singleElement().returns("line 4 of the pairs", LeftOut::what);
    }

    @Test
    void aFileWithoutAPair_isRefused(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("pairs.txt"), new byte[] {(byte) 0xff, 0, 10, 65});

        assertThatThrownBy(() -> PairsFile.read(file, set))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has no pair of photographs that are there; line 1");
        assertThatThrownBy(() -> PairsFile.read(folder.resolve("missing"), set))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be read");
    }

    private static PhotographSet set(String... people) {
        List<Photograph> photographs = new ArrayList<>();
        for (int person = 0; person < people.length; person++) {
            for (int number = 1; number <= 2; number++) {
                photographs.add(new Photograph(person, "a file", OptionalInt.of(number), Path.of("a file")));
            }
        }
        return new PhotographSet(List.of(people), photographs, List.of());
    }
}
