package io.janua.enrollment.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a file lies in an archive. Nothing is ever written to such a path; but it names a subject, and it is shown to
 * people.
 *
 * @param text Unicode NFC: macOS decomposes what others compose
 */
record EntryPath(String text) {

    static final int MAX_LENGTH = 1000;

    private static final String SUBJECTS = "subjects.csv";
    private static final char SEPARATOR = '/';
    private static final Pattern TRICK =
            Pattern.compile("\\A(/|[A-Za-z]:)|\\\\|[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]|(\\A|/)\\.{0,2}(/|\\z)");

    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069\\ufffd]");

    /** What operating systems add to archives unasked. */
    private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private static final String MAC_RESOURCES = "__MACOSX";
    private static final String MAC_RESOURCE_PREFIX = "._";

    /** Empty for a name that no honest archive has. */
    static Optional<EntryPath> of(byte[] rawName) {
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(rawName))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    static Optional<EntryPath> of(String name) {
        return name.isEmpty()
                        || name.length() > MAX_LENGTH
                        || TRICK.matcher(name).find()
                ? Optional.empty()
                : Optional.of(new EntryPath(Normalizer.normalize(name, Normalizer.Form.NFC)));
    }

    /** A name that is no path, as far as it can be shown. */
    static String shown(byte[] rawName) {
        String text =
                NOT_SHOWN.matcher(new String(rawName, StandardCharsets.UTF_8)).replaceAll("?");
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    boolean isLitter() {
        String file = file();
        return LITTER.contains(file.toLowerCase(Locale.ROOT))
                || file.startsWith(MAC_RESOURCE_PREFIX)
                || List.of(text.split("/")).contains(MAC_RESOURCES);
    }

    boolean isSubjectsCsv() {
        return text.toLowerCase(Locale.ROOT).equals(SUBJECTS);
    }

    /** The path of the folder; empty at the root. */
    String folder() {
        int end = text.lastIndexOf(SEPARATOR);
        return end < 0 ? "" : text.substring(0, end);
    }

    /** The nearest folder's own name; empty at the root. */
    String folderName() {
        String folder = folder();
        return folder.substring(folder.lastIndexOf(SEPARATOR) + 1);
    }

    /** The file's own name without its extension. */
    String stem() {
        String file = file();
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private String file() {
        return text.substring(text.lastIndexOf(SEPARATOR) + 1);
    }
}
