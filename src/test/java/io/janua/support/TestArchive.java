package io.janua.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A ZIP archive in the making, honest or not. */
public final class TestArchive {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    public static TestArchive of() {
        return new TestArchive();
    }

    public TestArchive with(String name, byte[] content) {
        try {
            var entry = new ZipArchiveEntry(name);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public TestArchive with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestArchive folder(String name) {
        return with(name + "/", new byte[0]);
    }

    public byte[] bytes() {
        try {
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** With a name replaced wherever it stands, by one of the same length that no writer would write. */
    public byte[] renamed(String name, byte[] other) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        byte[] all = bytes();
        for (int at = 0; at + wanted.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
                System.arraycopy(other, 0, all, at, wanted.length);
            }
        }
        return all;
    }
}
