package io.janua.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateOptionsTest {

    @Test
    void parse_takesEverythingInAnyOrder() throws Refused {
        var options = EvaluateOptions.parse(
                List.of(
                        "--pack",
                        "a, b,,a",
                        "--fmr",
                        "1e-4",
                        "--photos",
                        "faces",
                        "--threads",
                        "3",
                        "--pairs",
                        "pairs.txt",
                        "--out",
                        "results"),
                8);

        assertThat(options)
                .isEqualTo(new EvaluateOptions(
                        Path.of("faces"),
                        Optional.of(Path.of("pairs.txt")),
                        List.of("a", "b"),
                        Optional.of(Path.of("results")),
                        1e-4,
                        3));
    }

    @Test
    void parse_knowsWhatIsUsual() throws Refused {
        assertThat(EvaluateOptions.parse(List.of("--photos", "faces"), 8))
                .isEqualTo(
                        new EvaluateOptions(Path.of("faces"), Optional.empty(), List.of(), Optional.empty(), 1e-3, 8));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "--pack a, --photos is missing",
                "--photos, '--photos' is not understood",
                "--pictures a, '--pictures' is not understood",
                "--photos a --photos b, --photos is given twice",
                "--photos a --fmr 0, --fmr is a rate",
                "--photos a --fmr 0.6, --fmr is a rate",
                "--photos a --fmr NaN, --fmr is a rate",
                "--photos a --fmr few, --fmr is a rate",
                "--photos a --threads 0, --threads is a number",
                "--photos a --threads many, --threads is a number",
            })
    void parse_saysWhatMakesNoSense(String arguments, String says) {
        assertThatThrownBy(() -> EvaluateOptions.parse(List.of(arguments.split(" ")), 8))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(says)
                .hasMessageContaining("usage:");
    }
}
