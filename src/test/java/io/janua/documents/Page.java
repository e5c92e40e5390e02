package io.janua.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A page of the documentation, as somebody works through it: what it asks to type, and what it says comes of that.
 *
 * <p>Comments that no reader sees say what a test has to know, each on lines of its own:
 *
 * <pre>
 * &lt;!-- run: COMMANDS --&gt;          what the page takes as given; run here, in the same shell
 * &lt;!-- not run: REASON --&gt;        the block that follows cannot run in a test
 * &lt;!-- needs: TOOL, TOOL --&gt;      the block that follows runs where these are installed
 * &lt;!-- refused: 409 --&gt;           the block that follows is answered so, among other answers
 * &lt;!-- file: NAME --&gt;             the block that follows is saved under this name
 * &lt;!-- not compared: REASON --&gt;   what the block that follows shows is no answer to a block that runs
 * </pre>
 */
public record Page(Path file, List<Part> parts) {

    public Page {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {

        /** Of its first line in the file, from 1. */
        int line();
    }

    /** Commands of a comment. */
    public record Preparation(int line, String commands) implements Part {}

    /**
     * Commands of a block.
     *
     * @param notRun why not
     * @param refused statuses of 400 and more with which they are answered
     */
    public record Commands(int line, String commands, Optional<String> notRun, Set<String> needs, Set<String> refused)
            implements Part {}

    /** What the commands before it print. */
    public record Shown(int line, String text, Optional<String> notCompared) implements Part {}

    public record SavedFile(int line, String name, String text) implements Part {}

    /** A block that is not run here. */
    record LeftOut(int line) implements Part {}

    public static Page read(Path file) {
        try {
            return parse(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Page parse(Path file, List<String> lines) {
        return new Page(file, new PageReader(file, lines).parts());
    }

    /** For example {@code docs-how-to-enrol-well}. */
    public String name() {
        return file.toString().replaceFirst("\\.md$", "").replace('/', '-');
    }

    @Override
    public String toString() {
        return file.toString();
    }

    public boolean isRun() {
        return parts.stream().anyMatch(part -> part instanceof Commands || part instanceof Preparation);
    }

    /** Why blocks do not run, or are not compared. */
    Stream<String> excuses() {
        return parts.stream().flatMap(part -> switch (part) {
            case Commands block -> block.notRun().stream();
            case Shown shown -> shown.notCompared().stream();
            case Preparation _, SavedFile _, LeftOut _ -> Stream.empty();
        });
    }
}
