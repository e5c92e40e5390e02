package io.janua.access.wiegand;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a number is laid out on a reader's two wires: an even parity bit, a facility code, a card number, an odd parity
 * bit. The layouts are HID's: H10301 (26 bits), H10306 (34 bits), H10304 and, without a facility code, H10302 (37 bits).
 */
@Schema(name = "WiegandFormat")
public enum WiegandFormat {
    @JsonProperty("w26")
    W26(8, 16, 12),
    @JsonProperty("w34")
    W34(16, 16, 16),
    /** The bit in the middle counts for both parities. */
    @JsonProperty("w37")
    W37(16, 19, 18);

    private final int facilityBits;
    private final int numberBits;
    /** How many bits each parity covers: the even one the first of the data, the odd one the last. */
    private final int parityBits;

    WiegandFormat(int facilityBits, int numberBits, int parityBits) {
        this.facilityBits = facilityBits;
        this.numberBits = numberBits;
        this.parityBits = parityBits;
    }

    /** Of a whole frame, parities included. */
    public int length() {
        return dataBits() + 2;
    }

    int dataBits() {
        return facilityBits + numberBits;
    }

    int numberBits() {
        return numberBits;
    }

    int largestFacility() {
        return (1 << facilityBits) - 1;
    }

    /** @param withFacility otherwise the number has the facility's bits as well */
    long largestNumber(boolean withFacility) {
        return (1L << (withFacility ? numberBits : dataBits())) - 1;
    }

    /** With both parities around it. */
    long framed(long data) {
        long firstBits = data >>> (dataBits() - parityBits);
        long lastBits = data & ((1L << parityBits) - 1);
        long even = Long.bitCount(firstBits) & 1;
        long odd = ~Long.bitCount(lastBits) & 1;
        return (even << (dataBits() + 1)) | (data << 1) | odd;
    }

    static WiegandFormat ofLength(int bits) {
        return Arrays.stream(values())
                .filter(format -> format.length() == bits)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no frame of %d bits.".formatted(bits)));
    }
}
