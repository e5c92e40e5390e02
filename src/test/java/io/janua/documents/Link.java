package io.janua.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A link to a file of this repository.
 *
 * @param text as it is written, for example {@code ../how-to/enrol-well.md#take-the-picture}
 * @param target from the repository's root
 * @param anchor empty where it has none
 */
record Link(String text, Path target, String anchor) {

    private static final Pattern INLINE = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\[[^\\]]+\\]: (\\S+)", Pattern.MULTILINE);
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");
    private static final Pattern LINK_IN_HEADING = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    static List<Link> in(Path page) throws IOException {
        String text = CODE.matcher(Files.readString(page)).replaceAll("");
        return Stream.of(INLINE, REFERENCE)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .map(link -> of(page, link))
                .toList();
    }

    private static Link of(Path page, String text) {
        String[] parts = text.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return new Link(text, target, parts.length == 2 ? parts[1] : "");
    }

    Optional<String> fault() throws IOException {
        if (!Files.exists(target)) {
            return Optional.of("there is no " + target);
        }
        return anchor.isEmpty() || anchors(target).contains(anchor)
                ? Optional.empty()
                : Optional.of("%s has no heading '%s'".formatted(target, anchor));
    }

    /** The names that GitHub gives headings. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        String text = Pattern.compile("(?ms)^ *```.*?^ *```")
                .matcher(Files.readString(page))
                .replaceAll("");
        HEADING.matcher(text).results().map(found -> found.group(1)).forEach(heading -> {
            String name = LINK_IN_HEADING
                    .matcher(heading.strip())
                    .replaceAll("$1")
                    .toLowerCase()
                    .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                    .replace(' ', '-');
            int before = seen.merge(name, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? name : name + "-" + before);
        });
        return anchors;
    }
}
