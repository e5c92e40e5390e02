package io.janua.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether commands print what a page shows of it.
 *
 * <p>An ellipsis stands for whatever was left out: of a text, of an array, of an object's members. Ids, times, keys,
 * digests and whole numbers are as good as any other ones; fractions have to be near.
 */
final class ShownAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEFT_OUT = "…";
    /** Processors and decoders differ by less in a score. */
    private static final double NEAR = 0.05;

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";
    private static final String KEY = "janua_[A-Za-z0-9_-]{6,}";
    private static final String DIGEST = "\\b[0-9a-f]{8,}\\b";
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";

    /** In this order, because a time holds numbers. */
    private static final List<String> VARYING = List.of(UUID, TIME, KEY, DIGEST, NUMBER);

    private static final Pattern ANY_VARYING = Pattern.compile(String.join("|", VARYING) + "|" + LEFT_OUT + "| +");

    private ShownAnswer() {}

    /** What of the page is not so; empty where all of it is. */
    static Optional<String> difference(String shown, String printed) {
        return isJson(shown) ? jsonDifference(shown, printed) : textDifference(shown, printed);
    }

    private static Optional<String> textDifference(String shown, String printed) {
        Iterator<String> lines = printed.lines().iterator();
        for (String line : shown.lines().filter(line -> !line.isBlank()).toList()) {
            boolean found = line.strip().equals(LEFT_OUT);
            while (!found && lines.hasNext()) {
                String candidate = lines.next();
                found = isJson(line)
                        ? isJson(candidate) && jsonDifference(line, candidate).isEmpty()
                        : pattern(line.strip()).matcher(candidate.strip()).matches();
            }
            if (!found) {
                return Optional.of("no line like '%s'".formatted(line.strip()));
            }
        }
        return Optional.empty();
    }

    /** Each value that is shown is one of those that were printed, in their order. */
    private static Optional<String> jsonDifference(String shown, String printed) {
        Iterator<JsonNode> answers = printedValues(printed).iterator();
        for (JsonNode wanted : values(EllipsisFree.json(shown))) {
            List<String> reasons = new ArrayList<>();
            boolean found = false;
            while (!found && answers.hasNext()) {
                Optional<String> reason = difference(wanted, answers.next(), "");
                reason.ifPresent(reasons::add);
                found = reason.isEmpty();
            }
            if (!found) {
                return Optional.of(reasons.isEmpty() ? "nothing more was printed" : String.join("; ", reasons));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(JsonNode shown, JsonNode printed, String path) {
        if (shown.isTextual() && shown.asText().equals(LEFT_OUT)) {
            return Optional.empty();
        }
        if (shown.getNodeType() != printed.getNodeType()) {
            return Optional.of("%s is %s".formatted(path, printed));
        }
        return switch (shown.getNodeType()) {
            case OBJECT -> objectDifference(shown, printed, path);
            case ARRAY -> arrayDifference(shown, printed, path);
            case STRING ->
                check(pattern(shown.asText()).matcher(printed.asText()).matches(), printed, path);
            case NUMBER -> check(areNear(shown, printed), printed, path);
            case BOOLEAN, NULL, BINARY, MISSING, POJO -> check(shown.equals(printed), printed, path);
        };
    }

    private static Optional<String> objectDifference(JsonNode shown, JsonNode printed, String path) {
        boolean whole = true;
        for (var member : shown.properties()) {
            String name = member.getKey();
            if (name.startsWith(LEFT_OUT)) {
                whole = false;
            } else if (!printed.has(name)) {
                return Optional.of("%s.%s is absent".formatted(path, name));
            } else {
                Optional<String> reason = difference(member.getValue(), printed.get(name), path + "." + name);
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        if (whole) {
            for (var member : printed.properties()) {
                if (!shown.has(member.getKey())) {
                    return Optional.of("%s.%s is not shown".formatted(path, member.getKey()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> arrayDifference(JsonNode shown, JsonNode printed, String path) {
        Iterator<JsonNode> elements = printed.iterator();
        boolean skipping = false;
        for (JsonNode wanted : shown) {
            if (wanted.isTextual() && wanted.asText().equals(LEFT_OUT)) {
                skipping = true;
                continue;
            }
            Optional<String> reason = Optional.of(path + " is too short");
            while (reason.isPresent() && elements.hasNext()) {
                reason = difference(wanted, elements.next(), path + "[]");
                if (!skipping) {
                    break;
                }
            }
            if (reason.isPresent()) {
                return reason;
            }
            skipping = false;
        }
        return elements.hasNext() && !skipping ? Optional.of(path + " is longer") : Optional.empty();
    }

    private static Optional<String> check(boolean fits, JsonNode printed, String path) {
        return fits ? Optional.empty() : Optional.of("%s is %s".formatted(path, printed));
    }

    private static boolean areNear(JsonNode shown, JsonNode printed) {
        if (shown.isIntegralNumber()) {
            return printed.isIntegralNumber();
        }
        double wanted = shown.asDouble();
        return Math.abs(wanted - printed.asDouble()) <= NEAR * Math.max(1e-12, Math.abs(wanted));
    }

    private static Pattern pattern(String shown) {
        var regex = new StringBuilder();
        int end = 0;
        for (var found : (Iterable<java.util.regex.MatchResult>)
                ANY_VARYING.matcher(shown).results()::iterator) {
            regex.append(Pattern.quote(shown.substring(end, found.start()))).append(anyLike(found.group()));
            end = found.end();
        }
        return Pattern.compile(regex + Pattern.quote(shown.substring(end)), Pattern.DOTALL);
    }

    private static String anyLike(String varying) {
        if (varying.equals(LEFT_OUT)) {
            return ".*";
        }
        return varying.isBlank()
                ? "\\s+"
                : VARYING.stream().filter(varying::matches).findFirst().orElseThrow();
    }

    private static boolean isJson(String text) {
        return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    }

    private static List<JsonNode> values(String json) {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(json)) {
            return values.readAll();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no JSON: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Values may stand on one line, over several, or behind one another; what is no JSON is passed over. */
    private static List<JsonNode> printedValues(String printed) {
        List<JsonNode> values = new ArrayList<>();
        for (String line : joined(printed)) {
            try (MappingIterator<JsonNode> read = JSON.readerFor(JsonNode.class).readValues(line)) {
                read.forEachRemaining(values::add);
            } catch (JsonProcessingException | RuntimeException noJson) {
                // Such as the headers before an answer.
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return values;
    }

    /** All of it where that is JSON, or else its lines. */
    private static List<String> joined(String printed) {
        try {
            values(printed);
            return List.of(printed);
        } catch (IllegalArgumentException mixed) {
            return printed.lines().toList();
        }
    }
}
