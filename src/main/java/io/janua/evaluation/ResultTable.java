package io.janua.evaluation;

import io.janua.vision.model.Rate;
import java.util.List;

/**
 * Figures of all packs side by side, for the page and for the terminal.
 *
 * @param title one word or a few, also the caption
 * @param note what has to be known to read it
 * @param packs heads of the columns
 */
record ResultTable(String title, String note, List<String> packs, List<Row> rows) {

    /** @param cells one for each pack */
    record Row(String label, List<Cell> cells) {}

    /**
     * @param text the figure
     * @param detail what stands small below it, or nothing
     * @param supported false for a figure that too few pairs stand behind
     */
    record Cell(String text, String detail, boolean supported) {

        static Cell of(String text) {
            return new Cell(text, "", true);
        }

        static Cell of(String text, String detail) {
            return new Cell(text, detail, true);
        }

        /** With its 95 % interval. */
        static Cell of(Rate rate) {
            return rate.of() == 0
                    ? of(Shown.UNKNOWN)
                    : of(Shown.percent(rate.value()), Shown.interval(rate.interval()));
        }
    }

    ResultTable {
        packs = List.copyOf(packs);
        rows = List.copyOf(rows);
    }
}
