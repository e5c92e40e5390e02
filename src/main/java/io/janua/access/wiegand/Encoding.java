package io.janua.access.wiegand;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Whether a panel can be told a card. */
public sealed interface Encoding {

    record Fits(WiegandFrame frame) implements Encoding {}

    /** @param why in one sentence, without the card's number */
    record DoesNotFit(String why) implements Encoding {}

    /**
     * @param facility empty for a card whose number is all there is
     * @param number empty for one of more than 63 bits
     */
    static Encoding of(WiegandFormat format, OptionalInt facility, OptionalLong number) {
        try {
            return new Fits(new WiegandFrame(format, facility, number.orElse(Long.MAX_VALUE)));
        } catch (IllegalArgumentException tooLarge) {
            return new DoesNotFit(tooLarge.getMessage());
        }
    }
}
