package io.janua.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.janua.problem.Problem;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

    @ParameterizedTest
    @CsvSource({
        "12-34567, 12-34567",
        "012-034567, 12-34567",
        "0-0, 0-0",
        "65535-4294967295, 65535-4294967295",
        "0004711, 4711",
        "0, 0",
        "12345678901234567890, 12345678901234567890",
        "04a2b3c4, 04A2B3C4",
        "04A2B3C4D5E680, 04A2B3C4D5E680",
        "0000000000000000000f, 0000000000000000000F",
    })
    void isOneFormWhoeverWroteIt(String written, String text) {
        assertThat(CardNumber.parse(written)).map(CardNumber::text).contains(text);
        assertThat(CardNumber.parse(text)).isEqualTo(CardNumber.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "12-",
                "12-34-56",
                "65536-1",
                "1-4294967296",
                "123456789012345678901",
                "ABCDEF1",
                "04A2B3C4D5E6F708192A3",
                "0x04A2B3C4",
                "12 34",
                "١٢٣",
                "4711\n",
            })
    void whatIsNoneIsRefused(String written) {
        assertThat(CardNumber.parse(written)).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> CardNumber.of(written, "card"))
                .satisfies(problem -> assertThat(problem.field()).contains("card"))
                .withMessage("'card' is no card number.");
    }

    @Test
    void tellsFacilityAndNumber() {
        CardNumber withFacility = CardNumber.of("12-34567", "card");
        CardNumber hexadecimal = CardNumber.of("04A2B3C4", "card");

        assertThat(withFacility.facility()).isEqualTo(OptionalInt.of(12));
        assertThat(withFacility.number()).isEqualTo(OptionalLong.of(34567));
        assertThat(hexadecimal.facility()).isEmpty();
        assertThat(hexadecimal.number()).isEqualTo(OptionalLong.of(0x04A2B3C4L));
        assertThat(CardNumber.of("99999999999999999999", "card").number()).isEmpty();
    }

    @Test
    void toString_showsNothing() {
        assertThat(CardNumber.of("12-34567", "card")).hasToString("CardNumber");
    }
}
