package io.janua.audit.transparency;

import io.janua.audit.transparency.LineReader.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks exports with nothing but the log's public keys; reads a file once, line by line. */
public final class ExportVerifier {

    private final CheckpointVerifier checkpoints;
    private final Optional<NoteReading> kept;

    public ExportVerifier(List<LogKey> keys) {
        this(keys, Optional.empty());
    }

    /** @param kept what an older checkpoint, which the log is to continue, turned out to be */
    ExportVerifier(List<LogKey> keys, Optional<NoteReading> kept) {
        this.checkpoints = new CheckpointVerifier(keys);
        this.kept = kept;
    }

    /**
     * @throws NotAnExport when the first line is not that of an export
     * @throws IOException when the stream cannot be read
     */
    public Verification verify(InputStream in) throws IOException, NotAnExport {
        return new Pass(new LineReader(in)).verify();
    }

    /** One file, read from its beginning to its end. */
    private final class Pass {

        private final LineReader lines;
        private final List<Finding> findings = new ArrayList<>();
        private Optional<Line> current;

        Pass(LineReader lines) {
            this.lines = lines;
        }

        Verification verify() throws IOException, NotAnExport {
            ExportLine.Header header = header();
            Optional<NoteReading.Signed> signed = checkpoint();
            Optional<Checkpoint> tree = signed.map(NoteReading.Signed::checkpoint);
            tree.ifPresent(checkpoint -> compare(header, checkpoint));
            Optional<ExportLine.Consistency> consistency = consistency(header, tree);

            long size = tree.map(Checkpoint::size).orElse(header.size());
            var extension = new LogExtension(kept, tree, header.first(), consistency);
            var entries = new EntryCheck(header.first(), size, tree.map(Checkpoint::root), extension.sizeToWatch());
            List<Finding> atEnd = entries(entries, Math.max(0, size - header.first()));
            findings.addAll(entries.findings(!entries.isHopeless()));
            findings.addAll(atEnd);
            extension.finding(entries.watchedRoot()).ifPresent(findings::add);
            return new Verification(header.first(), signed, extension.proven(entries.watchedRoot()), findings);
        }

        private ExportLine.Header header() throws IOException, NotAnExport {
            current = lines.next();
            if (current.isEmpty()) {
                throw new NotAnExport("it is empty");
            }
            if (!(parsed() instanceof ExportLine.Header header)) {
                throw new NotAnExport("its first line is not that of an audit export");
            }
            if (header.version() != ExportLine.Header.VERSION) {
                throw new NotAnExport("it is of version %d, and this program reads version %d"
                        .formatted(header.version(), ExportLine.Header.VERSION));
            }
            current = lines.next();
            return header;
        }

        private Optional<NoteReading.Signed> checkpoint() throws IOException {
            if (!(parsed() instanceof ExportLine.SignedCheckpoint(String note))) {
                findings.add(new Finding.NoCheckpoint());
                return Optional.empty();
            }
            current = lines.next();
            return switch (checkpoints.read(note)) {
                case NoteReading.Signed signed -> Optional.of(signed);
                case NoteReading.WrongSignature(Checkpoint claimed, String keyId) -> {
                    findings.add(new Finding.WrongSignature(claimed.origin(), keyId));
                    yield Optional.empty();
                }
                case NoteReading.ForeignKey(Checkpoint _, List<String> expected, List<String> signers) -> {
                    findings.add(new Finding.ForeignKey(expected, signers));
                    yield Optional.empty();
                }
                case NoteReading.Malformed(String reason) -> {
                    findings.add(new Finding.MalformedCheckpoint(reason));
                    yield Optional.empty();
                }
            };
        }

        private void compare(ExportLine.Header header, Checkpoint tree) {
            compare("origin", header.origin(), tree.origin());
            compare("tenant", Checkpoint.originOf(header.tenant()), tree.origin());
            compare("size", Long.toString(header.size()), Long.toString(tree.size()));
            if (header.first() > tree.size()) {
                compare("first", Long.toString(header.first()), "a tree of %d entries".formatted(tree.size()));
            }
        }

        private void compare(String what, String stated, String signed) {
            if (!stated.equals(signed)) {
                findings.add(new Finding.HeaderDiffers(what, stated, signed));
            }
        }

        /** The proof that the tree continues the one before the first entry, when it is there and right. */
        private Optional<ExportLine.Consistency> consistency(ExportLine.Header header, Optional<Checkpoint> tree)
                throws IOException {
            if (header.first() == 0) {
                return Optional.empty();
            }
            if (!(parsed() instanceof ExportLine.Consistency consistency)) {
                findings.add(new Finding.NoConsistency(header.first()));
                return Optional.empty();
            }
            current = lines.next();
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            Checkpoint signed = tree.get();
            boolean right = consistency.from() == header.first()
                    && consistency.to() == signed.size()
                    && MerkleProof.isExtension(
                            consistency.from(), consistency.root(), signed.size(), signed.root(), consistency.path());
            if (!right) {
                findings.add(new Finding.WrongConsistency(header.first(), signed.size()));
                return Optional.empty();
            }
            return Optional.of(consistency);
        }

        /** Reads to the end; what is wrong there is to be told after the entries. */
        private List<Finding> entries(EntryCheck entries, long expected) throws IOException {
            for (; current.isPresent(); current = lines.next()) {
                Line line = current.get();
                switch (parsed()) {
                    case ExportLine.Inclusion inclusion -> entries.inclusion(inclusion, line.number());
                    case ExportLine.End end -> {
                        return end(end, expected);
                    }
                    case ExportLine.Header _, ExportLine.SignedCheckpoint _, ExportLine.Consistency _ ->
                        entries.stray(line.number());
                    case null -> {
                        // Half a line is where the file was cut, and no entry.
                        if (line.ended()) {
                            entries.entry(line.bytes(), line.number());
                        }
                    }
                }
                if (entries.isHopeless()) {
                    return List.of(new Finding.TooDamaged(line.number()));
                }
            }
            return List.of(new Finding.Cut(lines.number()));
        }

        private List<Finding> end(ExportLine.End end, long expected) throws IOException {
            var wrong = new ArrayList<Finding>();
            if (end.entries() != expected) {
                wrong.add(new Finding.WrongEnd(end.entries(), expected));
            }
            // Editors and terminals like to add an empty line, which says nothing.
            lines.next()
                    .filter(line -> line.bytes().length > 0)
                    .ifPresent(line -> wrong.add(new Finding.StrayLine(line.number())));
            return wrong;
        }

        /** The current line, or null when it is an entry or something that has no business in an export. */
        private ExportLine parsed() {
            return current.flatMap(line -> ExportLine.read(line.bytes())).orElse(null);
        }
    }
}
