package io.janua.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was found, in the order of finding. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, String> facts;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    /** @param facts what the figures hold for: the machine, the versions, the options */
    Report(Map<String, String> facts) {
        this.facts = new LinkedHashMap<>(facts);
    }

    void add(Row row) {
        rows.add(row);
    }

    void skipped(String benchmark, String reason) {
        skipped.put(benchmark, reason);
    }

    void failed(String benchmark, String reason) {
        failed.put(benchmark, reason);
    }

    boolean anyMissed() {
        return rows.stream().anyMatch(Row::missed);
    }

    boolean anyFailed() {
        return !failed.isEmpty();
    }

    String text() {
        var table = new Table(List.of("benchmark", "figure", "value", "unit", "reach", ""), 2);
        for (Row row : rows) {
            table.add(List.of(
                    row.benchmark(),
                    row.name(),
                    row.shownValue(),
                    row.unit(),
                    row.reach().map(Reach::toString).orElse(""),
                    row.verdict()));
        }
        var text = new StringBuilder();
        facts.forEach((name, fact) -> text.append("%-10s %s%n".formatted(name, fact)));
        text.append(System.lineSeparator()).append(table);
        skipped.forEach((benchmark, reason) -> text.append("%s: %s%n".formatted(benchmark, reason)));
        failed.forEach((benchmark, reason) -> text.append("%s failed: %s%n".formatted(benchmark, reason)));
        return text.toString();
    }

    void write(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("facts", facts);
        json.put("rows", rows.stream().map(Row::json).toList());
        json.put("skipped", skipped);
        json.put("failed", failed);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file.toFile(), json);
        } catch (IOException failure) {
            throw new UncheckedIOException("The report %s cannot be written".formatted(file), failure);
        }
    }
}
