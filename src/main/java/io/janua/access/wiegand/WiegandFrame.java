package io.janua.access.wiegand;

import java.util.OptionalInt;

/**
 * What a card reader would send for a card.
 *
 * @param facility empty where the number fills the facility's bits too, as in HID's H10302
 */
public record WiegandFrame(WiegandFormat format, OptionalInt facility, long number) {

    public WiegandFrame {
        if (facility.isPresent() && (facility.getAsInt() < 0 || facility.getAsInt() > format.largestFacility())) {
            throw new IllegalArgumentException(
                    "The facility code is outside of 0 to %d, which is all that %d bits hold."
                            .formatted(format.largestFacility(), format.length()));
        }
        long largest = format.largestNumber(facility.isPresent());
        if (number < 0 || number > largest) {
            throw new IllegalArgumentException(
                    "The card number is outside of 0 to %d, which is all that %d bits hold %s."
                            .formatted(
                                    largest,
                                    format.length(),
                                    facility.isPresent() ? "beside a facility code" : "without a facility code"));
        }
    }

    /**
     * Reads what came over the wires, first bit first. The wires do not say whether there is a facility code.
     *
     * @throws IllegalArgumentException if it is no frame, or a parity is wrong
     */
    public static WiegandFrame read(String bits, boolean withFacility) {
        if (!bits.matches("[01]+")) {
            throw new IllegalArgumentException("A frame is written in zeros and ones.");
        }
        WiegandFormat format = WiegandFormat.ofLength(bits.length());
        long frame = Long.parseLong(bits, 2);
        long data = (frame >>> 1) & format.largestNumber(false);
        if (format.framed(data) != frame) {
            throw new IllegalArgumentException("A parity bit is wrong.");
        }
        return withFacility
                ? new WiegandFrame(
                        format, OptionalInt.of((int) (data >>> format.numberBits())), data & format.largestNumber(true))
                : new WiegandFrame(format, OptionalInt.empty(), data);
    }

    /** As they go over the wires, parities included. */
    public String bits() {
        return padded(Long.toBinaryString(value()), format.length());
    }

    /** The same bits as a number; the last bit is the lowest. */
    public String hex() {
        return padded(Long.toHexString(value()), (format.length() + 3) / 4);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    private long value() {
        long high = (long) facility.orElse(0) << format.numberBits();
        return format.framed(high | number);
    }

    /** A frame is a credential. */
    @Override
    public String toString() {
        return "WiegandFrame[format=%s]".formatted(format);
    }
}
