package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyProducerTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final TestingVaultConfig NO_VAULT = vault(null, null, null, null);

    @TempDir
    Path folder;

    @Test
    void takesTheKeyFromItsVariable() {
        assertThat(keyOf(config(null, KEY, NO_VAULT)).id())
                .isEqualTo(MasterKey.fromBase64(KEY).id());
    }

    @Test
    void takesTheKeyFromItsFile() throws Exception {
        Path file = file(KEY + "\n", "rw-------");

        assertThat(keyOf(config(file, " ", NO_VAULT)).id())
                .isEqualTo(MasterKey.fromBase64(KEY).id());
    }

    @Test
    void leavesTheKeyInVault() {
        assertThat(keyOf(config(null, null, vault("https://vault.example.org:8200", "/run/token", "", "janua")))
                        .id())
                .isEqualTo("vault:transit/janua");
        assertThat(keyOf(config(null, null, vault("https://vault.example.org:8200", null, "hvs.token", "janua")))
                        .id())
                .isEqualTo("vault:transit/janua");
    }

    @Test
    void refusesToDoWithout() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(null, "  ", NO_VAULT)))
                .withMessage("There is no master key: make a key with 'head -c 32 /dev/urandom | base64' in a file of"
                        + " your own with mode 0600, and set JANUA_MASTER_KEY_FILE to that file.");
    }

    @Test
    void refusesToChooseAmongSeveral() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(
                        folder.resolve("key"), KEY, vault("https://vault.example.org", "/run/token", null, "janua"))))
                .withMessage("There is more than one master key: set exactly one of"
                        + " JANUA_MASTER_KEY_FILE, JANUA_MASTER_KEY, JANUA_VAULT_ADDRESS.");
    }

    @Test
    void refusesAFileThatOthersMayRead() throws Exception {
        Path file = file(KEY, "rw-r--r--");

        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(file, null, NO_VAULT)))
                .withMessage("Others than its owner may use the master key in %s: run chmod 600 on it.", file);
    }

    @Test
    void saysWhichPlaceHoldsNoKeyWithoutQuotingIt() throws Exception {
        Path file = file("not-a-key", "rw-------");

        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(file, null, NO_VAULT)))
                .withMessageStartingWith("the file %s holds no master key", file)
                .withMessageNotContaining("not-a-key");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(null, "not-a-key", NO_VAULT)))
                .withMessageStartingWith("JANUA_MASTER_KEY holds no master key");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(folder.resolve("missing"), null, NO_VAULT)))
                .withMessageContaining("which cannot be read");
    }

    @Test
    void saysWhatVaultStillNeeds() {
        String address = "https://vault.example.org";
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(null, null, vault(address, "/run/token", null, " "))))
                .withMessageContaining("JANUA_VAULT_KEY");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(null, null, vault(address, null, null, "janua"))))
                .withMessageContaining("JANUA_VAULT_TOKEN_FILE");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(null, null, vault(address, "/run/token", "hvs.token", "janua"))))
                .withMessageContaining("JANUA_VAULT_TOKEN_FILE");
        assertThatIllegalStateException()
                .isThrownBy(() -> keyOf(config(null, null, vault(address, null, "hvs token", "janua"))))
                .withMessageContaining("printable ASCII")
                .withMessageNotContaining("hvs");
    }

    private Path file(String text, String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static MasterKey keyOf(SecretsConfig config) {
        return new MasterKeyProducer(config).masterKey();
    }

    private static SecretsConfig config(Path file, String key, TestingVaultConfig vault) {
        return new TestingSecretsConfig(Optional.ofNullable(file), Optional.ofNullable(key), vault);
    }

    private static TestingVaultConfig vault(String address, String tokenFile, String token, String key) {
        return new TestingVaultConfig(
                Optional.ofNullable(address).map(URI::create),
                Optional.ofNullable(tokenFile).map(Path::of),
                Optional.ofNullable(token),
                Optional.ofNullable(key),
                "transit");
    }

    private record TestingSecretsConfig(Optional<Path> masterKeyFile, Optional<String> masterKey, Vault vault)
            implements SecretsConfig {}

    private record TestingVaultConfig(
            Optional<URI> address, Optional<Path> tokenFile, Optional<String> token, Optional<String> key, String mount)
            implements SecretsConfig.Vault {}
}
