package io.janua.security.secrets;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Who besides its owner may touch a file that holds a secret.
 *
 * @param permissions none where the file system has no such thing
 * @param ownedByRoot as are the files that a platform (Kubernetes, systemd, Docker) puts there for a service
 * @param onReadOnlyMount as are the secrets of a container
 */
public record FileAccess(Set<PosixFilePermission> permissions, boolean ownedByRoot, boolean onReadOnlyMount) {

    public enum Verdict {
        FINE,
        /** More may read it than need to, but within a container that sees nobody else. */
        WIDE,
        REFUSED
    }

    public FileAccess {
        permissions = Set.copyOf(permissions);
    }

    public static FileAccess of(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return new FileAccess(Set.of(), false, false);
        }
        return new FileAccess(
                view.readAttributes().permissions(),
                Files.getAttribute(file, "unix:uid").equals(0),
                onReadOnlyMount(file));
    }

    public Verdict verdict() {
        boolean others = permissions.contains(OTHERS_READ) || permissions.contains(OTHERS_WRITE);
        boolean groupReads = permissions.contains(GROUP_READ);
        // Kubernetes gives a secret to a process that is not root by 0440 and the pod's group, or by its default of
        // 0644; systemd shows its credentials as 0440. Only a platform makes files of root on a read-only mount.
        if (ownedByRoot && onReadOnlyMount) {
            return others ? Verdict.WIDE : Verdict.FINE;
        }
        if (others || permissions.contains(GROUP_WRITE)) {
            return Verdict.REFUSED;
        }
        return groupReads && !ownedByRoot ? Verdict.REFUSED : Verdict.FINE;
    }

    private static boolean onReadOnlyMount(Path file) {
        try {
            return Files.getFileStore(file).isReadOnly();
        } catch (IOException noMountTable) {
            return false;
        }
    }
}
