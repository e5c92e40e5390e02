package io.janua.compat.compreface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompreFaceOptionsTest {

    private static final URI USUAL = URI.create("http://127.0.0.1:8080");

    @Test
    void parse_takesEverythingInAnyOrder() throws Unusable {
        var options = CompreFaceOptions.parse(
                List.of(
                        "--from",
                        "https://faces.example",
                        "--channel",
                        "paper",
                        "staff",
                        "--text-version",
                        "2026-01",
                        "--to",
                        "http://janua:8080"),
                USUAL);

        assertThat(options)
                .isEqualTo(new CompreFaceOptions(
                        "staff",
                        "https://faces.example",
                        URI.create("http://janua:8080"),
                        Optional.of(new CompreFaceOptions.Consent("2026-01", "paper"))));
    }

    @Test
    void parse_tellsADatabaseFromAService() throws Unusable {
        assertThat(CompreFaceOptions.parse(List.of("staff", "--from", "jdbc:postgresql://db:5432/frs"), USUAL)
                        .isFromDatabase())
                .isTrue();
        assertThat(CompreFaceOptions.parse(List.of("staff", "--from", "http://faces:8000"), USUAL))
                .returns(false, CompreFaceOptions::isFromDatabase)
                .returns(USUAL, CompreFaceOptions::to);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", GALLERY",
                "staff, --from is missing",
                "--from http://a, GALLERY is missing",
                "staff --from, '--from' is not understood",
                "staff --from ftp://a, 'ftp://a' is no address",
                "staff --from http://user@a, 'http://user@a' is no address",
                "staff crew --from http://a, GALLERY is given twice",
                "staff --form http://a, '--form' is not understood",
                "staff --from http://a --channel paper, Of --text-version and --channel one is missing",
            })
    void parse_saysWhatIsWrong(String line, String why) {
        List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));

        assertThatThrownBy(() -> CompreFaceOptions.parse(arguments, USUAL))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(why)
                .hasMessageContaining("usage: ./janua compreface GALLERY");
    }
}
