package io.janua.enrollment.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** The files of an import as a table for people, a page at a time. */
@ApplicationScoped
class ImportReport {

    private static final int PAGE = 500;
    private static final String SPREADSHEETS_RUN = "=+-@\t\r";

    private final ItemRows items;

    ImportReport(ItemRows items) {
        this.items = items;
    }

    /** @param outcome null for all */
    void write(UUID id, ItemOutcome outcome, OutputStream out) throws IOException {
        CsvWriter table = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        table.writeRecord("number", "file", "subject", "outcome", "code", "detail", "remedy", "face", "duplicates");
        int last = 0;
        List<ImportItemView> page = page(id, last, outcome);
        while (!page.isEmpty()) {
            page.forEach(item -> table.writeRecord(cells(item)));
            last = page.getLast().number();
            page = page(id, last, outcome);
        }
        table.flush();
    }

    private List<ImportItemView> page(UUID id, int last, ItemOutcome outcome) {
        return QuarkusTransaction.requiringNew().call(() -> items.after(id, last, outcome, PAGE));
    }

    private static List<String> cells(ImportItemView item) {
        return List.of(
                Integer.toString(item.number()),
                text(item.file()),
                text(item.subject()),
                item.outcome().name().toLowerCase(Locale.ROOT),
                item.code() == null ? "" : item.code().wireName(),
                text(item.detail()),
                text(item.remedy()),
                item.face() == null ? "" : item.face().toString(),
                text(item.duplicates().stream()
                        .map(ImportItemView.ImportDuplicate::subject)
                        .collect(Collectors.joining(" "))));
    }

    /** What somebody named "=…" must stay a text in whatever program opens the table. */
    static String text(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return SPREADSHEETS_RUN.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
