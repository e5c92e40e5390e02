package io.janua.audit.transparency;

import java.util.List;

/** Something in an export that is not as the log was signed, told in plain words. */
public sealed interface Finding {

    /** One sentence. */
    String message();

    /** Of one entry or a run of them. */
    sealed interface OfEntries extends Finding {

        /** Of the first entry that it is about; of an inserted one, of the entry before which it stands. */
        long index();
    }

    /** @param id as it stands in the changed line; here and below empty when it cannot be read */
    record Changed(long index, String id) implements OfEntries {
        @Override
        public String message() {
            return "%s was changed.".formatted(named(index, id));
        }
    }

    /** The entry is as signed, but the line that proves it is not. */
    record ProofChanged(long index, String id) implements OfEntries {
        @Override
        public String message() {
            return "%s is unchanged, but its proof was changed or removed.".formatted(named(index, id));
        }
    }

    /** The neighbours, which would tell which of the two it is, are damaged as well, or there are none. */
    record EntryOrProofChanged(long index, String id) implements OfEntries {
        @Override
        public String message() {
            return "%s does not fit its proof: one of the two was changed.".formatted(named(index, id));
        }
    }

    record Missing(long index, long last) implements OfEntries {
        @Override
        public String message() {
            return index == last
                    ? "Entry %d is missing.".formatted(index)
                    : "Entries %d to %d are missing.".formatted(index, last);
        }
    }

    /** @param last of a run of entries that moved together */
    record Moved(long index, long last, String id, long line) implements OfEntries {
        @Override
        public String message() {
            return index == last
                    ? "%s stands out of order, at line %d.".formatted(named(index, id), line)
                    : "Entries %d to %d stand out of order, from line %d.".formatted(index, last, line);
        }
    }

    record Repeated(long index, String id, long line) implements OfEntries {
        @Override
        public String message() {
            return "%s stands a second time at line %d.".formatted(named(index, id), line);
        }
    }

    record Inserted(long index, String id, long line) implements OfEntries {
        @Override
        public String message() {
            return "Line %d%s, before entry %d, is no entry of the signed log: it was inserted."
                    .formatted(line, id.isEmpty() ? "" : " (" + id + ")", index);
        }
    }

    record RootDiffers(long index, long last) implements OfEntries {
        @Override
        public String message() {
            return "None of the entries %d to %d belongs to the signed tree: its root is another."
                    .formatted(index, last);
        }
    }

    record NoCheckpoint() implements Finding {
        @Override
        public String message() {
            return "The second line is no checkpoint, so nothing vouches for the entries.";
        }
    }

    record MalformedCheckpoint(String reason) implements Finding {
        @Override
        public String message() {
            return "The checkpoint cannot be read (%s), so nothing vouches for the entries.".formatted(reason);
        }
    }

    record ForeignKey(List<String> expected, List<String> signers) implements Finding {
        @Override
        public String message() {
            return "The checkpoint is signed by %s, not by %s, so nothing vouches for the entries."
                    .formatted(String.join(", ", signers), String.join(" or ", expected));
        }
    }

    record WrongSignature(String origin, String keyId) implements Finding {
        @Override
        public String message() {
            return "The checkpoint was changed: the signature of %s %s is wrong, so nothing vouches for the entries."
                    .formatted(origin, keyId);
        }
    }

    /** @param what a member of the header */
    record HeaderDiffers(String what, String stated, String signed) implements Finding {
        @Override
        public String message() {
            return "The header states %s %s; signed is %s.".formatted(what, stated, signed);
        }
    }

    record NoConsistency(long from) implements Finding {
        @Override
        public String message() {
            return "Nothing proves that the tree continues the one of %d entries before it.".formatted(from);
        }
    }

    record WrongConsistency(long from, long to) implements Finding {
        @Override
        public String message() {
            return "The proof that the tree of %d entries continues the one of %d is wrong.".formatted(to, from);
        }
    }

    record StrayLine(long line) implements Finding {
        @Override
        public String message() {
            return "Line %d does not belong where it stands.".formatted(line);
        }
    }

    record Cut(long lines) implements Finding {
        @Override
        public String message() {
            return "The file was cut: it ends after %d lines without an end line.".formatted(lines);
        }
    }

    record WrongEnd(long stated, long expected) implements Finding {
        @Override
        public String message() {
            return "The end line speaks of %d entries where the export has %d.".formatted(stated, expected);
        }
    }

    record TooDamaged(long line) implements Finding {
        @Override
        public String message() {
            return "Too much is wrong; the file was checked only up to line %d.".formatted(line);
        }
    }

    /** The log that the auditor once saw is not the beginning of this one. */
    record Forked(long size) implements Finding {
        @Override
        public String message() {
            return "The log was rewritten: the checkpoint of %d entries that you kept is of another history."
                    .formatted(size);
        }
    }

    record KeptCheckpointUnproven(String reason) implements Finding {
        @Override
        public String message() {
            return "Whether the log continues the checkpoint that you kept cannot be told: %s.".formatted(reason);
        }
    }

    private static String named(long index, String id) {
        return id.isEmpty() ? "Entry %d".formatted(index) : "Entry %d (%s)".formatted(index, id);
    }
}
