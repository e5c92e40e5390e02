package io.janua.audit.transparency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A note taken apart, after c2sp.org/signed-note; nothing in it is proven yet.
 *
 * @param text what is signed, with its last newline
 */
record SignedNote(String text, List<SignatureLine> signatures) {

    private static final int MAX_CHARACTERS = 65_536;
    private static final Pattern SIGNATURE = Pattern.compile("— ([!-~&&[^+]]+) ([A-Za-z0-9+/]+={0,2})");
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    record SignatureLine(String name, byte[] keyId, byte[] signature) {

        String signer() {
            return "%s %s".formatted(name, HexFormat.of().formatHex(keyId));
        }
    }

    /** @throws IllegalArgumentException when the form is wrong; the message says what */
    static SignedNote parse(String note) {
        require(note.length() <= MAX_CHARACTERS, "it is too long");
        require(note.chars().noneMatch(character -> character < ' ' && character != '\n'), "it has control characters");
        require(note.endsWith("\n"), "its last line does not end");
        int blankLine = note.lastIndexOf("\n\n");
        require(blankLine >= 0, "no blank line stands before the signatures");
        var signatures = new ArrayList<SignatureLine>();
        note.substring(blankLine + 2).lines().forEach(line -> signatures.add(signatureLine(line)));
        require(!signatures.isEmpty(), "it has no signature");
        return new SignedNote(note.substring(0, blankLine + 1), signatures);
    }

    /** @throws IllegalArgumentException when the text is no checkpoint */
    Checkpoint checkpoint() {
        List<String> lines = text.lines().toList();
        require(lines.size() >= 3 && lines.stream().noneMatch(String::isEmpty), "its text has fewer than three lines");
        require(SIZE.matcher(lines.get(1)).matches(), "its second line is no tree size");
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), base64(lines.get(2)));
    }

    private static SignatureLine signatureLine(String line) {
        Matcher signature = SIGNATURE.matcher(line);
        require(signature.matches(), "a signature line has another form");
        byte[] bytes = base64(signature.group(2));
        require(bytes.length > LogKey.ID_BYTES, "a signature is too short");
        return new SignatureLine(
                signature.group(1),
                Arrays.copyOf(bytes, LogKey.ID_BYTES),
                Arrays.copyOfRange(bytes, LogKey.ID_BYTES, bytes.length));
    }

    private static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException("something in it is not base64", other);
        }
        // The JDK lets missing padding and stray bits pass; two spellings of one checkpoint must not be.
        require(Base64.getEncoder().encodeToString(bytes).equals(text), "something in it is not base64");
        return bytes;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
