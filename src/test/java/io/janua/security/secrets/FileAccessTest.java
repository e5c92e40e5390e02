package io.janua.security.secrets;

import static io.janua.security.secrets.FileAccess.Verdict.FINE;
import static io.janua.security.secrets.FileAccess.Verdict.REFUSED;
import static io.janua.security.secrets.FileAccess.Verdict.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAccessTest {

    @ParameterizedTest
    @CsvSource({
        "rw-------, FINE",
        "r--------, FINE",
        "rw-r-----, REFUSED",
        "rw--w----, REFUSED",
        "rw-r--r--, REFUSED",
        "rw-----w-, REFUSED",
    })
    void aFileOfOurOwnIsForItsOwnerOnly(String permissions, FileAccess.Verdict verdict) {
        assertThat(access(permissions, false, false).verdict()).isEqualTo(verdict);
        assertThat(access(permissions, false, true).verdict()).isEqualTo(verdict);
    }

    /** As systemd shows a credential, and as root gives a file to one service. */
    @Test
    void rootMayLetAGroupRead() {
        assertThat(access("r--r-----", true, false).verdict()).isEqualTo(FINE);
        assertThat(access("rw-rw----", true, false).verdict()).isEqualTo(REFUSED);
        assertThat(access("rw-r--r--", true, false).verdict()).isEqualTo(REFUSED);
    }

    /** As Kubernetes does, with and without a group of the pod, and Docker. */
    @Test
    void aContainersSecretIsTakenAsItIsMounted() {
        assertThat(access("r--------", true, true).verdict()).isEqualTo(FINE);
        assertThat(access("r--r-----", true, true).verdict()).isEqualTo(FINE);
        assertThat(access("rw-r--r--", true, true).verdict()).isEqualTo(WIDE);
    }

    @Test
    void aFileSystemWithoutPermissionsHasNoneToRefuse() {
        assertThat(new FileAccess(Set.of(), false, false).verdict()).isEqualTo(FINE);
    }

    @Test
    void of_readsPermissionsThroughALink(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        FileAccess access = FileAccess.of(link);

        assertThat(access.permissions()).isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(access.onReadOnlyMount()).isFalse();
        assertThat(access.ownedByRoot())
                .isEqualTo(Files.getOwner(file).getName().equals("root"));
    }

    private static FileAccess access(String permissions, boolean ownedByRoot, boolean onReadOnlyMount) {
        return new FileAccess(PosixFilePermissions.fromString(permissions), ownedByRoot, onReadOnlyMount);
    }
}
