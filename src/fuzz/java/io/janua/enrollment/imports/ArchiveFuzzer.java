package io.janua.enrollment.imports;

import io.janua.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An archive is read or refused, and a file in it too, within the limits. */
public final class ArchiveFuzzer {

    private static final ArchiveLimits LIMITS =
            new ArchiveLimits(1_000_000, 2_000_000, 20, 10_000, Duration.ofMinutes(1));

    private ArchiveFuzzer() {}

    public static void fuzzerTestOneInput(byte[] archive) throws IOException {
        try {
            new ArchiveReader(LIMITS).read(new ByteArrayInputStream(archive), new Counting());
        } catch (Problem refused) {
            // That is an answer.
        }
    }

    private static final class Counting implements ArchiveReader.Visitor {

        private long bytes;

        @Override
        public void picture(EntryPath path, byte[] content) {
            add(content);
            if (path.text().contains("..") && path.text().matches("(.*/)?\\.\\.(/.*)?")) {
                throw new AssertionError("a path leads out of the archive");
            }
        }

        @Override
        public void refused(String name, Optional<EntryPath> path, Problem why) {
            if (name.length() > EntryPath.MAX_LENGTH) {
                throw new AssertionError("a name is longer than it may be");
            }
        }

        @Override
        public void subjectsCsv(byte[] content) {
            add(content);
            SubjectsCsv.parse(content, LIMITS.maxPictures());
        }

        private void add(byte[] content) {
            bytes += content.length;
            if (bytes > LIMITS.maxInflatedBytes()) {
                throw new AssertionError("more came out than may");
            }
        }
    }
}
