package io.janua.documents;

import io.janua.documents.Page.Commands;
import io.janua.documents.Page.Part;
import io.janua.documents.Page.Preparation;
import io.janua.documents.Page.SavedFile;
import io.janua.documents.Page.Shown;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page from its Markdown. */
final class PageReader {

    private static final Set<String> SHELL = Set.of("sh", "bash", "console", "shell", "zsh");
    private static final Set<String> ANSWER = Set.of("", "json");

    private static final Pattern FENCE = Pattern.compile("^( *)```(\\S*)\\s*$");
    private static final Pattern MARK =
            Pattern.compile("^<!-- (run|not run|needs|refused|file|not compared): ?(.*)$", Pattern.DOTALL);

    private final Path file;
    private final List<String> lines;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> marks = new LinkedHashMap<>();
    private int next;

    PageReader(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    List<Part> parts() {
        while (next < lines.size()) {
            String line = lines.get(next);
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                block(fence.group(1).length(), fence.group(2));
            } else if (line.strip().startsWith("<!-- ")) {
                comment();
            } else {
                if (!line.isBlank()) {
                    requireNoMarks();
                }
                next++;
            }
        }
        requireNoMarks();
        return parts;
    }

    private void comment() {
        int begin = next;
        StringBuilder text = new StringBuilder();
        while (!lines.get(next).contains("-->")) {
            text.append(lines.get(next++)).append('\n');
        }
        String last = lines.get(next++);
        text.append(last, 0, last.indexOf("-->"));
        Matcher mark = MARK.matcher(text.toString().strip());
        if (!mark.matches()) {
            return;
        }
        if (mark.group(1).equals("run")) {
            parts.add(new Preparation(begin + 1, mark.group(2).strip()));
        } else {
            marks.put(mark.group(1), mark.group(2).strip().replaceAll("\\s+", " "));
        }
    }

    private void block(int indentation, String language) {
        int begin = ++next;
        StringBuilder text = new StringBuilder();
        while (!FENCE.matcher(lines.get(next)).matches()) {
            String line = lines.get(next++);
            text.append(line.substring(Math.min(
                            indentation, line.length() - line.stripLeading().length())))
                    .append('\n');
        }
        next++;
        if (SHELL.contains(language)) {
            Optional<String> notRun = mark("not run");
            parts.add(new Commands(begin + 1, text.toString(), notRun, list("needs"), list("refused")));
        } else {
            Optional<String> name = mark("file");
            Optional<String> notCompared = mark("not compared");
            name.ifPresent(wanted -> parts.add(new SavedFile(begin + 1, wanted, text.toString())));
            if (name.isEmpty() && ANSWER.contains(language)) {
                parts.add(new Shown(begin + 1, text.toString(), notCompared));
            }
        }
        requireNoMarks();
    }

    private Set<String> list(String name) {
        return mark(name)
                .map(value -> new TreeSet<>(List.of(value.split(", *"))))
                .orElseGet(TreeSet::new);
    }

    private Optional<String> mark(String name) {
        return Optional.ofNullable(marks.remove(name));
    }

    private void requireNoMarks() {
        if (!marks.isEmpty()) {
            throw new IllegalArgumentException("%s:%d: '%s' stands before nothing that it could be about"
                    .formatted(file, next, marks.keySet().iterator().next()));
        }
    }
}
