package io.janua.ops.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of every {@code @ConfigMapping} interface, as they stand in the sources with their documentation. */
final class MappedSettings {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([\\w.-]+)\"\\)");
    private static final Pattern NESTED = Pattern.compile("\\n {4}(?:public )?interface (\\w+) \\{");
    private static final Pattern METHOD = Pattern.compile("(?s)(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?"
            + "((?:@\\w+(?:\\([^)]*\\))?\\s*)*)\\n? +([A-Z][\\w<>]*|int|long|double|boolean) (\\w+)\\(\\);");

    private final PackagedSettings packaged;

    private MappedSettings(PackagedSettings packaged) {
        this.packaged = packaged;
    }

    /** Sorted by property. */
    static List<Setting> read(PackagedSettings packaged) throws IOException {
        var mapped = new MappedSettings(packaged);
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MappedSettings::text)
                    .flatMap(source -> mapped.settings(source).stream())
                    .sorted(Comparator.comparing(Setting::property))
                    .toList();
        }
    }

    private List<Setting> settings(String source) {
        Matcher mapping = MAPPING.matcher(source);
        if (!mapping.find()) {
            return List.of();
        }
        Matcher nested = NESTED.matcher(source);
        boolean hasNested = nested.find();
        int ownEnd = hasNested ? nested.start() : source.length();
        List<Setting> settings = new ArrayList<>();
        String nestedPrefix = "";
        Matcher method = METHOD.matcher(source);
        while (method.find()) {
            String property = mapping.group(1) + "." + kebab(method.group(4));
            if (hasNested && method.group(3).equals(nested.group(1))) {
                nestedPrefix = property;
            } else if (method.start(4) < ownEnd) {
                settings.add(setting(property, method));
            } else {
                settings.add(setting(nestedPrefix + "." + kebab(method.group(4)), method));
            }
        }
        return settings;
    }

    private Setting setting(String property, Matcher method) {
        String annotations = method.group(2);
        Optional<PackagedSettings.Variable> variable = packaged.variableOf(property);
        String fallback = argument(annotations, "WithDefault")
                .or(() -> variable.map(PackagedSettings.Variable::fallback))
                .orElse("");
        return new Setting(
                property,
                variable.map(PackagedSettings.Variable::name),
                fallback,
                allowed(annotations, method.group(3)),
                meaning(Optional.ofNullable(method.group(1)).orElse("")));
    }

    static String allowed(String annotations, String type) {
        Optional<String> least = argument(annotations, "Min").or(() -> argument(annotations, "DecimalMin"));
        Optional<String> most = argument(annotations, "Max").or(() -> argument(annotations, "DecimalMax"));
        boolean positive = annotations.contains("@Positive\n")
                || annotations.stripTrailing().endsWith("@Positive");
        if (most.isPresent()) {
            return "%s to %s".formatted(least.orElse(positive ? "1" : "0"), most.get());
        }
        if (least.isPresent()) {
            return least.get() + " or more";
        }
        if (annotations.contains("@PositiveOrZero")) {
            return "0 or more";
        }
        if (positive) {
            return "above 0";
        }
        return switch (type) {
            case "Duration" -> "a duration";
            case "Path", "Optional<Path>" -> "a path";
            case "Optional<URI>" -> "an address";
            case "Optional<List<String>>" -> "a list, with commas";
            default -> "";
        };
    }

    /** Numbers as a reader wants them: 400_000_000 becomes 400,000,000. */
    private static Optional<String> argument(String annotations, String name) {
        Matcher found =
                Pattern.compile("@%s\\(\"?([^)\"]*)\"?\\)".formatted(name)).matcher(annotations);
        return found.find() ? Optional.of(found.group(1).replace('_', ',')) : Optional.empty();
    }

    private static String meaning(String javadoc) {
        String text = javadoc.replaceAll("\\s*\\n\\s*\\* ?", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
        if (text.isEmpty()) {
            return "";
        }
        // A cell is no sentence of its own.
        String begun = text.matches("[A-Z][a-z ].*")
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
        return begun.replaceFirst("\\.$", "");
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
