package io.janua.ops.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was found of one thing.
 *
 * @param about a word or two
 * @param remedy empty where nothing is to be done
 */
record Finding(Level level, String about, String says, String remedy) {

    private static final ObjectMapper JSON = new ObjectMapper();

    enum Level {
        OK,
        /** It works, and somebody should look at it. */
        WARN,
        FAIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String about, String says) {
        return new Finding(Level.OK, about, says, "");
    }

    static Finding warn(String about, String says, String remedy) {
        return new Finding(Level.WARN, about, says, remedy);
    }

    static Finding fail(String about, String says, String remedy) {
        return new Finding(Level.FAIL, about, says, remedy);
    }

    /** One line, in the columns of src/main/shell/doctor.sh. */
    String asText() {
        String line = String.format(Locale.ROOT, "%-4s  %-18s %s", level.word(), about, oneLine(says));
        return remedy.isEmpty() ? line : "%s → %s".formatted(line, oneLine(remedy));
    }

    /** One line, as that script writes them too. */
    String asJson() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("level", level.word());
        members.put("about", about);
        members.put("says", oneLine(says));
        members.put("remedy", oneLine(remedy));
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
