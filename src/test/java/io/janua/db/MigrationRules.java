package io.janua.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may not do, because the version before it works at the same database until its last instance is
 * replaced. What nobody has used since a version that was released is taken away under a comment that names it:
 * {@code -- unused since 1.4}.
 */
final class MigrationRules {

    private static final Pattern MARK = Pattern.compile("(?im)^-- unused since \\d+\\.\\d+");

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "takes something away",
            Pattern.compile("(?is)\\bDROP\\s+(?:TABLE|COLUMN|FUNCTION|VIEW|SCHEMA|TYPE|SEQUENCE|TRIGGER)\\b"),
            "renames",
            Pattern.compile("(?is)\\bRENAME\\b"),
            "changes a type",
            Pattern.compile("(?is)\\bALTER\\s+(?:COLUMN\\s+)?\\S+\\s+(?:SET\\s+DATA\\s+)?TYPE\\b"),
            "demands a value that the version before does not write",
            Pattern.compile(
                    "(?is)\\bSET\\s+NOT\\s+NULL\\b|\\bADD\\s+COLUMN\\b(?:(?!,\\s*ADD\\b|\\bDEFAULT\\b).)*\\bNOT\\s+NULL\\b"
                            + "(?:(?!,\\s*ADD\\b).)*"),
            "takes a right away from the service",
            Pattern.compile("(?is)\\bREVOKE\\b(?:(?!\\bFROM\\s+PUBLIC\\b).)*$"));

    private MigrationRules() {}

    /** @return what it does that it may not, in the words of its statements */
    static List<String> broken(String sql) {
        List<String> broken = new ArrayList<>();
        for (String statement : sql.split(";")) {
            if (MARK.matcher(statement).find()) {
                continue;
            }
            String bare = statement.replaceAll("--[^\\n]*", "").strip();
            FORBIDDEN.forEach((what, pattern) -> {
                Matcher found = pattern.matcher(bare);
                if (found.find() && !(what.startsWith("demands") && hasDefault(found.group()))) {
                    broken.add("%s: %s".formatted(what, found.group().strip()));
                }
            });
        }
        return broken;
    }

    private static boolean hasDefault(String clause) {
        return clause.toUpperCase(Locale.ROOT).contains("DEFAULT")
                || clause.toUpperCase(Locale.ROOT).contains("GENERATED");
    }
}
