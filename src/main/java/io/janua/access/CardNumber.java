package io.janua.access;

import io.janua.problem.Problem;
import io.janua.problem.Problems;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a card says of itself, in one form whoever wrote it: {@code facility-number} in decimal digits (facility to
 * 65535, number to 4294967295), a decimal number of up to 20 digits, or 8 to 20 hexadecimal digits with a letter among
 * them. Leading zeros count only in hexadecimal.
 */
public final class CardNumber {

    public static final String FORMS =
            "Send it as facility-number, as in 12-34567, as a decimal number, or as 8 to 20" + " hexadecimal digits.";

    private static final Pattern WITH_FACILITY = Pattern.compile("(\\d{1,10})-(\\d{1,20})");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?=.*[A-Fa-f])[0-9A-Fa-f]{8,20}");
    private static final long MAX_FACILITY = 0xFFFF;
    private static final long MAX_NUMBER = 0xFFFFFFFFL;
    private static final int RADIX_HEXADECIMAL = 16;
    private static final int BITS = Long.SIZE - 1;

    private final String text;

    private CardNumber(String text) {
        this.text = text;
    }

    /** Empty for what is no card number. */
    public static Optional<CardNumber> parse(String written) {
        var parts = WITH_FACILITY.matcher(written);
        if (parts.matches()) {
            var facility = new BigInteger(parts.group(1));
            var number = new BigInteger(parts.group(2));
            boolean possible = facility.compareTo(BigInteger.valueOf(MAX_FACILITY)) <= 0
                    && number.compareTo(BigInteger.valueOf(MAX_NUMBER)) <= 0;
            return possible ? Optional.of(new CardNumber(facility + "-" + number)) : Optional.empty();
        }
        if (DECIMAL.matcher(written).matches()) {
            return Optional.of(new CardNumber(new BigInteger(written).toString()));
        }
        return HEXADECIMAL.matcher(written).matches()
                ? Optional.of(new CardNumber(written.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /**
     * @param field where it was written, for the refusal
     * @throws Problem {@code validation_failed}
     */
    public static CardNumber of(String written, String field) {
        return parse(written)
                .orElseThrow(() -> Problems.invalid(field, "'%s' is no card number.".formatted(field), FORMS));
    }

    /** Empty where the card has none. */
    public OptionalInt facility() {
        int dash = text.indexOf('-');
        return dash < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(0, dash)));
    }

    /** Without the facility; empty where it has more than 63 bits. */
    public OptionalLong number() {
        boolean hexadecimal = HEXADECIMAL.matcher(text).matches();
        var value = new BigInteger(text.substring(text.indexOf('-') + 1), hexadecimal ? RADIX_HEXADECIMAL : 10);
        return value.bitLength() <= BITS ? OptionalLong.of(value.longValueExact()) : OptionalLong.empty();
    }

    /** The one form: what may be stored sealed, and shown only to those who hand out cards. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardNumber card && card.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** A card number is a credential. */
    @Override
    public String toString() {
        return "CardNumber";
    }
}
