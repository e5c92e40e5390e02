package io.janua.bench;

import java.util.ArrayList;
import java.util.List;

/** Text in columns as wide as their widest cell; one column is aligned to the right. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final int rightAligned;

    Table(List<String> heading, int rightAligned) {
        this.rightAligned = rightAligned;
        lines.add(heading);
    }

    void add(List<String> line) {
        lines.add(line);
    }

    @Override
    public String toString() {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        var text = new StringBuilder();
        for (List<String> line : lines) {
            var shown = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                String padding = " ".repeat(widths[column] - cell.length());
                shown.append(column == rightAligned ? padding + cell : cell + padding)
                        .append(GAP);
            }
            text.append(shown.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
