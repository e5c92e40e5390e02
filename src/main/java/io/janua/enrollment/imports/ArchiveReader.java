package io.janua.enrollment.imports;

import io.janua.problem.Problem;
import io.janua.problem.Problems;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Reads a ZIP archive while it arrives: one file at a time in memory, no file on a disk. What is wrong with one file is
 * told to the visitor; what is wrong with the archive ends the reading.
 */
final class ArchiveReader {

    private static final int SIGNATURE_BYTES = 4;
    private static final int LOCAL_FILE = 0x504b0304;
    private static final int NO_FILE_AT_ALL = 0x504b0506;

    /** The library knows older ones too, whose damage it tells in ways of their own. */
    private static final Set<Integer> METHODS = Set.of(ZipEntry.STORED, ZipEntry.DEFLATED);

    /** Folders and what is ignored cost little, but not nothing. */
    private static final int ENTRIES_PER_FILE = 4;

    /** The whole table is in memory, several times over. */
    private static final int MAX_TABLE_BYTES = 5_000_000;

    private final ArchiveLimits limits;
    private final byte[] block = new byte[64 * 1024];
    private long inflatedBytes;
    private long pathCharacters;

    ArchiveReader(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Where a file is compressed by Zstandard, the library looks for another one, which is not here. */
    private static final class Zip extends ZipArchiveInputStream {

        private Zip(InputStream in) {
            super(in, "UTF-8");
        }

        @Override
        protected InputStream createZstdInputStream(InputStream compressed) {
            throw ArchiveProblems.unsupported();
        }
    }

    /** Whoever wants to know what is in the archive. */
    interface Visitor {

        void picture(EntryPath path, byte[] content);

        /** @param name as far as it can be shown */
        void refused(String name, Optional<EntryPath> path, Problem why);

        void subjectsCsv(byte[] content);
    }

    /**
     * @throws Problem one of the codes that begin with {@code archive_}
     * @throws IOException when the archive stops coming
     */
    void read(InputStream archive, Visitor visitor) throws IOException {
        var pace = ArrivalPace.from(System::nanoTime, limits.longest());
        var arriving = new ArchiveTail(archive, limits.maxArchiveBytes(), pace);
        try (var zip = new Zip(new BufferedInputStream(zipOrRefused(arriving), block.length))) {
            long entries = 0;
            int files = 0;
            for (var entry = next(zip); entry != null; entry = next(zip)) {
                entries++;
                files += isFile(zip, entry, visitor) ? 1 : 0;
                if (files > limits.maxPictures() || entries > (long) ENTRIES_PER_FILE * limits.maxPictures()) {
                    throw ArchiveProblems.tooManyFiles(limits.maxPictures());
                }
            }
            arriving.drain();
            if (!arriving.endsArchiveOf(entries)) {
                throw ArchiveProblems.truncated();
            }
        } catch (UnsupportedZipFeatureException feature) {
            throw feature.getFeature() == UnsupportedZipFeatureException.Feature.ENCRYPTION
                    ? ArchiveProblems.encrypted()
                    : ArchiveProblems.unsupported();
        } catch (EOFException cutOff) {
            throw ArchiveProblems.truncated();
        } catch (ZipException damaged) {
            throw ArchiveProblems.notAZip();
        } catch (IOException failed) {
            if (isTruncation(failed)) {
                throw ArchiveProblems.truncated();
            }
            throw failed;
        }
    }

    /** The library's own way to say that a record makes no sense. */
    private static ZipArchiveEntry next(ZipArchiveInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException malformed) {
            throw ArchiveProblems.notAZip();
        }
    }

    private int readBlock(ZipArchiveInputStream zip) throws IOException {
        try {
            return zip.read(block, 0, block.length);
        } catch (IllegalArgumentException malformed) {
            throw ArchiveProblems.notAZip();
        }
    }

    /** @return false for what is passed over */
    private boolean isFile(ZipArchiveInputStream zip, ZipArchiveEntry entry, Visitor visitor) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw ArchiveProblems.encrypted();
        }
        if (!METHODS.contains(entry.getMethod()) || !zip.canReadEntryData(entry)) {
            throw ArchiveProblems.unsupported();
        }
        Optional<EntryPath> path = path(entry);
        if (entry.isDirectory() || path.filter(EntryPath::isLitter).isPresent()) {
            content(zip, 0);
            return false;
        }
        if (path.isEmpty()) {
            content(zip, 0);
            visitor.refused(EntryPath.shown(entry.getRawName()), path, ArchiveProblems.nameUnsafe());
            return true;
        }
        if (path.get().isSubjectsCsv()) {
            visitor.subjectsCsv(content(zip, MAX_TABLE_BYTES)
                    .orElseThrow(() -> ArchiveProblems.subjectsCsv(
                            "subjects.csv is larger than %d MB.".formatted(MAX_TABLE_BYTES / 1_000_000))));
            return false;
        }
        pathCharacters += path.get().text().length();
        if (pathCharacters > limits.maxPathCharacters()) {
            throw ArchiveProblems.namesTooLong(limits.maxPathCharacters());
        }
        file(path.get(), content(zip, limits.maxPictureBytes()), visitor);
        return true;
    }

    private void file(EntryPath path, Optional<byte[]> content, Visitor visitor) {
        Optional<Problem> objection = content.map(ArchiveReader::objection)
                .orElseGet(() -> Optional.of(Problems.imageTooLarge("file", limits.maxPictureBytes())));
        objection.ifPresentOrElse(
                why -> visitor.refused(path.text(), Optional.of(path), why),
                () -> visitor.picture(path, content.orElseThrow()));
    }

    private static Optional<Problem> objection(byte[] content) {
        if (content.length == 0) {
            return Optional.of(ArchiveProblems.emptyFile());
        }
        return switch (FileKind.of(content)) {
            case JPEG, PNG, WEBP -> Optional.empty();
            case ARCHIVE -> Optional.of(ArchiveProblems.nested());
            case OTHER -> Optional.of(Problems.imageTypeUnsupported());
        };
    }

    /** By the bytes of the name, before anybody has made something better of them. */
    private static Optional<EntryPath> path(ZipArchiveEntry entry) {
        return entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD
                ? EntryPath.of(entry.getName())
                : EntryPath.of(withoutLastSlash(entry));
    }

    private static byte[] withoutLastSlash(ZipArchiveEntry entry) {
        byte[] name = entry.getRawName();
        return entry.isDirectory() && name.length > 0 ? Arrays.copyOf(name, name.length - 1) : name;
    }

    /**
     * Reads the entry to its end, because what it inflates to has to be counted.
     *
     * @return empty when it is longer than that
     */
    private Optional<byte[]> content(ZipArchiveInputStream zip, int maxBytes) throws IOException {
        var content = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int read = readBlock(zip); read >= 0; read = readBlock(zip)) {
            inflatedBytes += read;
            if (inflatedBytes > limits.maxInflatedBytes()) {
                throw ArchiveProblems.expandsTooFar(limits.maxInflatedBytes());
            }
            tooLong |= content.size() + read > maxBytes;
            if (!tooLong) {
                content.write(block, 0, read);
            }
        }
        return tooLong ? Optional.empty() : Optional.of(content.toByteArray());
    }

    private static InputStream zipOrRefused(InputStream archive) throws IOException {
        byte[] begin = archive.readNBytes(SIGNATURE_BYTES);
        int signature =
                begin.length < SIGNATURE_BYTES ? 0 : ByteBuffer.wrap(begin).getInt();
        if (signature == NO_FILE_AT_ALL) {
            throw ArchiveProblems.empty();
        }
        if (signature != LOCAL_FILE) {
            throw ArchiveProblems.notAZip();
        }
        var again = new PushbackInputStream(archive, SIGNATURE_BYTES);
        again.unread(begin);
        return again;
    }

    /** The library has no type for it. */
    private static boolean isTruncation(IOException failed) {
        return failed.getMessage() != null
                && failed.getMessage().toLowerCase(Locale.ROOT).contains("truncated");
    }
}
