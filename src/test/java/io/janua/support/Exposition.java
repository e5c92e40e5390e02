package io.janua.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service exposes to Prometheus, read line by line. */
public record Exposition(List<Row> rows) {

    private static final Pattern ROW = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public record Row(String name, Map<String, String> labels, double value) {}

    public static Exposition read(String text) {
        return new Exposition(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Exposition::row)
                .toList());
    }

    public Set<String> names() {
        return rows.stream().map(Row::name).collect(Collectors.toSet());
    }

    /** The sum of all rows that have at least these labels; 0 where there are none. */
    public double sum(String name, Map<String, String> labels) {
        return rows.stream()
                .filter(row ->
                        row.name().equals(name) && row.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Row::value)
                .sum();
    }

    private static Row row(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("not a row of Prometheus' format: " + line);
        }
        Map<String, String> labels = new HashMap<>();
        if (row.group(2) != null) {
            labels = LABEL.matcher(row.group(2))
                    .results()
                    .collect(Collectors.toMap(
                            found -> found.group(1), found -> found.group(2), (a, _) -> a, LinkedHashMap::new));
        }
        return new Row(row.group(1), labels, Double.parseDouble(row.group(3).replace("Inf", "Infinity")));
    }
}
