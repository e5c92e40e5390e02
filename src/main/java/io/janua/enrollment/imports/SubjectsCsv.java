package io.janua.enrollment.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.janua.gallery.SubjectDescription;
import io.janua.gallery.SubjectRef;
import io.janua.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The table {@code subjects.csv}: who the subjects of an archive are, and which picture is whose.
 *
 * @param subjects by id, in the table's order
 * @param contradicted ids whose rows describe different people
 * @param subjectsByFile ids by the paths of pictures, for rows with a file
 */
record SubjectsCsv(
        Map<String, SubjectDescription> subjects, Set<String> contradicted, Map<String, String> subjectsByFile) {

    static final SubjectsCsv NONE = new SubjectsCsv(Map.of(), Set.of(), Map.of());

    private static final String SUBJECT = "subject";
    private static final String FILE = "file";
    private static final String NAME = "name";
    private static final String VALID_FROM = "validFrom";
    private static final String VALID_UNTIL = "validUntil";
    private static final Set<String> KNOWN = Set.of(SUBJECT, FILE, NAME, VALID_FROM, VALID_UNTIL);

    /** The database takes no zero character, and nobody can see the others. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** @throws Problem {@code subjects_csv_invalid} naming the line */
    static SubjectsCsv parse(byte[] content, int maxRows) {
        String text = text(content);
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(text)) {
            var table = new Rows();
            int count = 0;
            for (NamedCsvRecord row : rows) {
                if (++count > maxRows) {
                    throw ArchiveProblems.subjectsCsv("subjects.csv has more than %d rows.".formatted(maxRows));
                }
                table.add(row);
            }
            if (count == 0) {
                throw ArchiveProblems.subjectsCsv("subjects.csv has no row below its header.");
            }
            return new SubjectsCsv(table.subjects, table.contradicted, table.subjectsByFile);
        } catch (CsvParseException malformed) {
            throw ArchiveProblems.subjectsCsv("subjects.csv is malformed: a quote is not closed, or a field too long.");
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text is no file", impossible);
        }
    }

    private static final class Rows {

        private final Map<String, SubjectDescription> subjects = new LinkedHashMap<>();
        private final Set<String> contradicted = new HashSet<>();
        private final Map<String, String> subjectsByFile = new HashMap<>();

        void add(NamedCsvRecord row) {
            if (row.getFieldCount() != row.getHeader().size()) {
                throw inRow(row, "has another number of fields than the header");
            }
            String subject = field(row, SUBJECT)
                    .filter(SubjectRef::isId)
                    .orElseThrow(() -> inRow(row, "has no 'subject', or one that cannot be an id"));
            if (row.getFields().stream()
                    .anyMatch(value -> CONTROL.matcher(value).find())) {
                throw inRow(row, "has a line break or another control character in a value");
            }
            SubjectDescription description = description(row);
            var before = subjects.putIfAbsent(subject, description);
            if (before != null && !before.equals(description)) {
                contradicted.add(subject);
            }
            field(row, FILE).ifPresent(file -> {
                if (EntryPath.of(file).isEmpty()) {
                    throw inRow(row, "names a file that no archive may have");
                }
                String owner = subjectsByFile.putIfAbsent(file, subject);
                if (owner != null && !owner.equals(subject)) {
                    throw inRow(row, "gives a file to a second subject");
                }
            });
        }
    }

    private static SubjectDescription description(NamedCsvRecord row) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String column : columns(row)) {
            if (!KNOWN.contains(column)) {
                field(row, column).ifPresent(value -> attributes.put(column, value));
            }
        }
        try {
            return new SubjectDescription(
                    field(row, NAME).orElse(null),
                    attributes,
                    field(row, VALID_FROM).map(SubjectsCsv::time).orElse(null),
                    field(row, VALID_UNTIL).map(SubjectsCsv::time).orElse(null));
        } catch (DateTimeParseException noTime) {
            throw inRow(row, "has a time that is neither like 2026-01-31 nor like 2026-01-31T08:00:00Z");
        } catch (Problem refused) {
            throw inRow(row, "cannot be kept: " + refused.getMessage());
        }
    }

    private static List<String> columns(NamedCsvRecord row) {
        List<String> columns = row.getHeader();
        if (!columns.contains(SUBJECT) || columns.size() != Set.copyOf(columns).size() || columns.contains("")) {
            throw ArchiveProblems.subjectsCsv(
                    "The header of subjects.csv lacks the column 'subject', or has a column without a name or twice.");
        }
        if (columns.stream().anyMatch(column -> CONTROL.matcher(column).find())) {
            throw ArchiveProblems.subjectsCsv("The header of subjects.csv has a control character in it.");
        }
        return columns;
    }

    /** Empty for an empty field. */
    private static Optional<String> field(NamedCsvRecord row, String column) {
        return row.findField(column)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> Normalizer.normalize(value, Normalizer.Form.NFC));
    }

    private static Instant time(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static Problem inRow(NamedCsvRecord row, String what) {
        return ArchiveProblems.subjectsCsv("Line %d of subjects.csv %s.".formatted(row.getStartingLineNumber(), what));
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        } catch (CharacterCodingException otherEncoding) {
            throw ArchiveProblems.subjectsCsv("subjects.csv is not UTF-8.");
        }
    }

    /** What a spreadsheet writes depends on its country. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }
}
