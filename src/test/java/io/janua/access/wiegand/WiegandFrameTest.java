package io.janua.access.wiegand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WiegandFrameTest {

    /**
     * The first two are those of docs/how-to/connect-a-turnstile-by-wiegand.md; 13900673 and 2312379265 (D41B81 and
     * 89D41B81) those of a reader's manual (Civintec CN56); the others are worked by hand.
     */
    @ParameterizedTest
    @CsvSource({
        "W26, 118-1234,    10111011000000100110100100,            2ec09a4",
        "W26, 7734482,     10111011000000100110100100,            2ec09a4",
        "W26, 13900673,    11101010000011011100000010,            3a83702",
        "W26, 0-0,         00000000000000000000000001,            0000001",
        "W26, 255-65535,   01111111111111111111111111,            1ffffff",
        "W34, 2312379265,    1100010011101010000011011100000011,    313a83703",
        "W34, 300-1234,    0000000010010110000000100110100100,    0025809a4",
        "W34, 3735928559,    1110111101010110110111110111011110,    3bd5b7dde",
        "W37, 1234-5678,   1000001001101001000000010110001011100, 104d202c5c",
        "W37, 1234567890,  1000010010011001011000000010110100101, 10932c05a5",
        "W37, 34359738367, 0111111111111111111111111111111111111, 0fffffffff",
        // The bit in the middle alone: both parities change.
        "W37, 131072,      1000000000000000001000000000000000000, 1000040000",
    })
    void aCardBecomesTheFrameOfItsReader(WiegandFormat format, String card, String bits, String hex) {
        WiegandFrame frame = frame(format, card);
        assertThat(frame.bits()).isEqualTo(bits).hasSize(format.length());
        assertThat(frame.hex()).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "W26, 256-1,                The facility code is outside of 0 to 255",
        "W26, 1-65536,              The card number is outside of 0 to 65535",
        "W26, 16777216,             The card number is outside of 0 to 16777215",
        "W26, 2312379265,           The card number is outside of 0 to 16777215",
        "W34, 65536-1,              The facility code is outside of 0 to 65535",
        "W34, 4294967296,           The card number is outside of 0 to 4294967295",
        "W34, 1305017893242102,     The card number is outside of 0 to 4294967295",
        "W37, 1-524288,             The card number is outside of 0 to 524287",
        "W37, 34359738368,          The card number is outside of 0 to 34359738367",
        "W37, 9223372036854775807,  The card number is outside of 0 to 34359738367",
        "W37, 999999999-1,          The facility code is outside of 0 to 65535",
    })
    void aCardThatDoesNotFitIsSaidSo(WiegandFormat format, String card, String why) {
        assertThat(encoded(format, card))
                .isInstanceOfSatisfying(
                        Encoding.DoesNotFit.class,
                        refusal -> assertThat(refusal.why()).startsWith(why).doesNotContain(card));
    }

    @Test
    void aNumberLargerThanAnyFrameDoesNotFit() {
        assertThat(Encoding.of(WiegandFormat.W37, OptionalInt.empty(), OptionalLong.empty()))
                .isInstanceOf(Encoding.DoesNotFit.class);
    }

    @ParameterizedTest
    @EnumSource
    void readingGivesBackWhatWasWritten(WiegandFormat format) {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            var withFacility = new WiegandFrame(
                    format,
                    OptionalInt.of(random.nextInt(format.largestFacility() + 1)),
                    random.nextLong(format.largestNumber(true) + 1));
            assertThat(WiegandFrame.read(withFacility.bits(), true)).isEqualTo(withFacility);
            var without =
                    new WiegandFrame(format, OptionalInt.empty(), random.nextLong(format.largestNumber(false) + 1));
            assertThat(WiegandFrame.read(without.bits(), false)).isEqualTo(without);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySingleWrongBitIsFound(WiegandFormat format) {
        String bits = new WiegandFrame(format, OptionalInt.of(97), 4711).bits();
        for (int i = 0; i < bits.length(); i++) {
            var wrong = new StringBuilder(bits);
            wrong.setCharAt(i, bits.charAt(i) == '0' ? '1' : '0');
            assertThatThrownBy(() -> WiegandFrame.read(wrong.toString(), true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A parity bit is wrong.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0102", "0101", "000000000000000000000000000000"})
    void whatIsNoFrameIsRefused(String bits) {
        assertThatThrownBy(() -> WiegandFrame.read(bits, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFrameDoesNotTellItsNumberToTheLog() {
        assertThat(frame(WiegandFormat.W26, "118-1234")).hasToString("WiegandFrame[format=W26]");
        assertThat(encoded(WiegandFormat.W26, "118-1234").toString()).doesNotContain("1234");
    }

    private static WiegandFrame frame(WiegandFormat format, String card) {
        return switch (encoded(format, card)) {
            case Encoding.Fits fits -> fits.frame();
            case Encoding.DoesNotFit refusal -> throw new AssertionError(refusal.why());
        };
    }

    private static Encoding encoded(WiegandFormat format, String card) {
        int dash = card.indexOf('-');
        return Encoding.of(
                format,
                dash < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(card.substring(0, dash))),
                OptionalLong.of(Long.parseLong(card.substring(dash + 1))));
    }
}
