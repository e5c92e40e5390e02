package io.janua.hook.relay;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {placeholders}}. Braces around anything but a name are braces. */
record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    /** In the order in which they stand. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            names.add(placeholder.group(1));
        }
        return names;
    }

    /** @param values by name; what has none is empty */
    String fill(Function<String, String> values, Escape escape) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(placeholder -> Matcher.quoteReplacement(escape.apply(values.apply(placeholder.group(1)))));
    }

    /** How a value stays a value, whatever is in it. */
    enum Escape {
        URL(value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")),
        JSON(value -> new String(JsonStringEncoder.getInstance().quoteAsString(value))),
        XML(value -> value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;")),
        /** One line. */
        TEXT(value -> value.replaceAll("\\p{Cntrl}", " "));

        private final UnaryOperator<String> escape;

        Escape(UnaryOperator<String> escape) {
            this.escape = escape;
        }

        String apply(String value) {
            return escape.apply(value);
        }

        /** @param contentType a body's; JSON where there is none */
        static Escape of(String contentType) {
            String type = contentType.toLowerCase(Locale.ROOT);
            if (type.isEmpty() || type.contains("json")) {
                return JSON;
            }
            if (type.contains("xml")) {
                return XML;
            }
            return type.contains("x-www-form-urlencoded") ? URL : TEXT;
        }
    }
}
