package io.janua.ops.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment variables to which application.properties refers, as it stands in the sources. */
record PackagedSettings(Map<String, Variable> variables, Map<String, String> values) {

    private static final Path FILE = Path.of("src/main/resources/application.properties");
    private static final Pattern LINE = Pattern.compile("^([^#%=\\s]\\S*?)=(.*)$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(JANUA_[A-Z0-9_]+)(?::((?:[^{}]|\\$\\{[^}]*})*))?}");

    /**
     * @param property the first one that it sets
     * @param fallback as it stands there; a variable in it is that variable's value
     */
    record Variable(String name, String property, String fallback) {}

    static PackagedSettings read() throws IOException {
        Map<String, Variable> variables = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : Files.readAllLines(FILE)) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                continue;
            }
            values.put(line.group(1), line.group(2));
            Matcher named = VARIABLE.matcher(line.group(2));
            while (named.find()) {
                String fallback = Optional.ofNullable(named.group(2)).orElse("");
                variables.putIfAbsent(named.group(1), new Variable(named.group(1), line.group(1), fallback));
            }
        }
        return new PackagedSettings(variables, values);
    }

    Optional<Variable> variableOf(String property) {
        return variables.values().stream()
                .filter(variable -> variable.property().equals(property))
                .findFirst();
    }
}
