package io.janua.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What this repository says of metrics elsewhere than in the code. */
public final class Monitoring {

    public static final Path FOLDER = Path.of("k8s/components/monitoring");
    public static final Path RULES = FOLDER.resolve("janua.rules.yaml");
    public static final Path RULE_TESTS = FOLDER.resolve("janua.rules.test.yaml");
    public static final Path DASHBOARD = FOLDER.resolve("janua.dashboard.json");

    private static final Path REFERENCE = Path.of("docs/reference/metrics.md");

    private static final Pattern NAME =
            Pattern.compile("\\b(?:janua|http_server|jvm|process|system|agroal)_[a-z0-9_]+");
    private static final Pattern EXPRESSION = Pattern.compile("\"expr\" *: *\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`(" + NAME.pattern() + ")`");

    private Monitoring() {}

    public static Set<String> inTheRules() {
        // What a rule says to people may name metrics too.
        return names(read(RULES).replaceAll("(?m)^\\s*(summary|description):.*$", ""));
    }

    public static Set<String> onTheDashboard() {
        return EXPRESSION
                .matcher(read(DASHBOARD))
                .results()
                .map(found -> found.group(1))
                .flatMap(expression -> names(expression).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By their names in tables: of a histogram or summary without its suffixes. */
    public static Set<String> inTheReference() {
        return read(REFERENCE)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> DOCUMENTED.matcher(cell).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static JsonNode dashboard() {
        try {
            return new ObjectMapper().readTree(DASHBOARD.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
