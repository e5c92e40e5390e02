package io.janua.evaluation;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person reads without opening the page. */
final class TerminalReport {

    private static final int LABEL_WIDTH = 48;
    private static final int LEAST_CELL_WIDTH = 22;
    private static final int NAMED = 5;

    private final PrintStream out;

    TerminalReport(PrintStream out) {
        this.out = out;
    }

    void print(Evaluation evaluation) {
        out.printf(
                "%s photographs of %s people, %s of them with two or more%n",
                Shown.count(evaluation.photographs()),
                Shown.count(evaluation.people()),
                Shown.count(evaluation.peopleWithSeveral()));
        ResultTables.of(evaluation).forEach(this::print);
        left("Left out", evaluation.leftOut());
        evaluation
                .judged()
                .forEach(pack -> left(
                        pack.pack() + ": files that are no use",
                        pack.acquisition().unusable()));
        evaluation.unfit().forEach(pack -> out.printf("%n%s was not judged. %s%n", pack.pack(), pack.why()));
    }

    private void print(ResultTable table) {
        int width = Math.max(
                LEAST_CELL_WIDTH,
                2
                        + Stream.concat(
                                        table.packs().stream(),
                                        table.rows().stream()
                                                .flatMap(row -> row.cells().stream())
                                                .map(ResultTable.Cell::text))
                                .mapToInt(String::length)
                                .max()
                                .orElse(0));
        out.printf("%n%-" + LABEL_WIDTH + "s%s%n", table.title(), columns(table.packs(), width));
        for (ResultTable.Row row : table.rows()) {
            List<String> cells =
                    row.cells().stream().map(ResultTable.Cell::text).toList();
            // Side by side there is no room for what the page has below each figure.
            String detail =
                    row.cells().size() == 1 ? "   " + row.cells().getFirst().detail() : "";
            String label = ("%-" + (LABEL_WIDTH - 2) + "s").formatted(row.label());
            out.println(
                    "  %s%s%s".formatted(label, columns(cells, width), detail).stripTrailing());
        }
        if (table.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> !cell.supported())) {
            out.println("  † fewer than %d errors stand behind it".formatted(ErrorCurve.LEAST_ERRORS));
        }
    }

    private static String columns(List<String> cells, int width) {
        return cells.stream().map(cell -> ("%" + width + "s").formatted(cell)).collect(Collectors.joining());
    }

    /** Every one is in the page; here the first of each kind. */
    private void left(String title, List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        Map<String, List<LeftOut>> kinds =
                leftOut.stream().collect(Collectors.groupingBy(LeftOut::why, TreeMap::new, Collectors.toList()));
        out.printf("%n%s%n", title);
        kinds.forEach((why, all) -> out.printf(
                "  %s, %s: %s%s%n",
                Shown.count(all.size()),
                Shown.plain(why),
                all.stream().limit(NAMED).map(one -> Shown.plain(one.what())).collect(Collectors.joining(", ")),
                all.size() > NAMED ? ", …" : ""));
    }
}
