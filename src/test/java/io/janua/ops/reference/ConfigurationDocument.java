package io.janua.ops.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the document, between the comments that mark them. */
final class ConfigurationDocument {

    private static final String VARIABLES = "variables";
    private static final String PROPERTIES = "properties";
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*\\| ?([^|]*?) ?\\|$");

    private ConfigurationDocument() {}

    static String rewritten(String document, PackagedSettings packaged, List<Setting> mapped, Set<String> left) {
        Map<String, String> meanings = meanings(part(document, VARIABLES));
        Map<String, Setting> byProperty =
                mapped.stream().collect(Collectors.toMap(Setting::property, setting -> setting));
        String variables = packaged.variables().values().stream()
                .filter(variable -> !left.contains(variable.name()))
                .map(variable -> row(
                        variable.name(),
                        fallback(variable.fallback()),
                        "`" + variable.property() + "`",
                        byProperty.containsKey(variable.property())
                                ? byProperty.get(variable.property()).meaning()
                                : meanings.getOrDefault(variable.name(), "")))
                .collect(Collectors.joining("\n"));
        String properties = mapped.stream()
                .filter(setting -> setting.variable().isEmpty()
                        || !left.contains(setting.variable().get()))
                .map(setting -> row(
                        setting.property(),
                        fallback(setting.fallback()),
                        setting.allowed(),
                        setting.variable()
                                .map(variable -> "%s (`%s`)".formatted(setting.meaning(), variable))
                                .orElse(setting.meaning())))
                .collect(Collectors.joining("\n"));
        String withVariables = replaced(
                document, VARIABLES, "| variable | default | sets | meaning |\n|---|---|---|---|\n" + variables);
        return replaced(
                withVariables,
                PROPERTIES,
                "| property | default | allowed | meaning |\n|---|---|---|---|\n" + properties);
    }

    static Set<String> variablesOf(String document) {
        return meanings(part(document, VARIABLES)).keySet();
    }

    /** Settings of which it does not say what they mean. */
    static List<String> silent(String document) {
        return Stream.of(VARIABLES, PROPERTIES)
                .flatMap(name -> meanings(part(document, name)).entrySet().stream())
                .filter(setting -> setting.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> meanings(String table) {
        Map<String, String> meanings = new LinkedHashMap<>();
        table.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> meanings.put(row.group(1), row.group(2)));
        return meanings;
    }

    private static String row(String name, String fallback, String third, String meaning) {
        return "| `%s` | %s | %s | %s |"
                .formatted(name, fallback, third, meaning)
                .replaceAll(" {2,}", " ");
    }

    private static String fallback(String value) {
        Matcher variable = Pattern.compile("\\$\\{(\\w+)(?::[^}]*)?}").matcher(value);
        if (variable.matches()) {
            return "as `%s`".formatted(variable.group(1));
        }
        return value.isEmpty() ? "" : "`%s`".formatted(value);
    }

    private static String part(String document, String name) {
        Matcher found = marked(name).matcher(document);
        if (!found.find()) {
            throw new IllegalStateException("the document has no comments that mark its " + name);
        }
        return found.group(2);
    }

    private static String replaced(String document, String name, String table) {
        return marked(name).matcher(document).replaceFirst("$1" + Matcher.quoteReplacement(table) + "$3");
    }

    private static Pattern marked(String name) {
        return Pattern.compile(
                "(?s)(<!-- %1$s, by ./janua reference -->\\n)(.*?)(\\n<!-- end of %1$s -->)".formatted(name));
    }
}
