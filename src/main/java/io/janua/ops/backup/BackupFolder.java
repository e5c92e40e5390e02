package io.janua.ops.backup;

import io.janua.ops.backup.Manifest.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A backup on disk: a folder with the manifest, its seal, and the parts. */
final class BackupFolder {

    static final String DATABASE = "database.dump";
    static final String KEYCLOAK = "keycloak.sealed";

    private static final String SEAL = "manifest.seal";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    private BackupFolder(Path folder) {
        this.folder = folder;
    }

    static BackupFolder at(Path folder) {
        return new BackupFolder(folder);
    }

    /** Under another name until it is complete, so that nobody takes half of a backup for one. */
    static BackupFolder begin(Path complete) throws IOException, Refused {
        if (Files.exists(complete)) {
            throw new Refused("%s exists already: name a folder that does not.".formatted(complete));
        }
        Path folder = complete.resolveSibling(complete.getFileName() + UNFINISHED);
        if (Files.exists(folder)) {
            throw new Refused("%s is left of a backup that was interrupted, or another one is under way: remove it."
                    .formatted(folder));
        }
        Files.createDirectories(complete.toAbsolutePath().getParent());
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new BackupFolder(folder);
    }

    /** Its new name is worth something only after what it names has reached the disk. */
    void completeAs(Path complete) throws IOException {
        for (Path file : List.of(file(DATABASE), file(KEYCLOAK), file(Manifest.FILE), file(SEAL), folder)) {
            if (Files.exists(file)) {
                bringToDisk(file);
            }
        }
        Files.move(folder, complete, StandardCopyOption.ATOMIC_MOVE);
        bringToDisk(complete.toAbsolutePath().getParent());
    }

    private static void bringToDisk(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    void discard() throws IOException {
        for (String name : List.of(DATABASE, KEYCLOAK, Manifest.FILE, SEAL)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Part describe(String name) throws IOException {
        return new Part(name, Files.size(file(name)), transfer(file(name), OutputStream.nullOutputStream()));
    }

    void write(Manifest manifest, Seal seal) throws IOException {
        byte[] json = manifest.toJson();
        Files.write(file(Manifest.FILE), json);
        Files.write(file(SEAL), seal.vouchFor(json));
    }

    /** The manifest as it was written, for which nobody has vouched yet; to be read once, and used as it was read. */
    byte[] manifest() throws IOException, Refused {
        if (!Files.isRegularFile(file(Manifest.FILE))) {
            throw new Refused("%s holds no backup: there is no %s in it.".formatted(folder, Manifest.FILE));
        }
        return Files.readAllBytes(file(Manifest.FILE));
    }

    byte[] seal() throws IOException, Refused {
        if (!Files.isRegularFile(file(SEAL))) {
            throw new Refused("%s is missing from the backup.".formatted(SEAL));
        }
        return Files.readAllBytes(file(SEAL));
    }

    /**
     * @param copy gets what was looked at: somebody else may change the file meanwhile
     * @throws Refused when the part is not as it was when the backup was made; the copy is worth nothing then
     */
    void check(Part part, OutputStream copy) throws IOException, Refused {
        if (!Files.isRegularFile(file(part.name()))) {
            throw new Refused("%s is missing from the backup.".formatted(part.name()));
        }
        if (Files.size(file(part.name())) != part.bytes()
                || !transfer(file(part.name()), copy).equals(part.sha256())) {
            throw new Refused("%s is damaged: it is not what the manifest says.".formatted(part.name()));
        }
    }

    /** @return the SHA-256 of what was transferred */
    private static String transfer(Path file, OutputStream target) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(target);
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
