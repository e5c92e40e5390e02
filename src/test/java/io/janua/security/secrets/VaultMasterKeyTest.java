package io.janua.security.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.janua.security.secrets.TestingVault.Mood;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultMasterKeyTest extends MasterKeyContract {

    private static final byte[] USE = bytes("use");

    private final TestingVault vault = new TestingVault("janua", "other");

    @AfterEach
    void stop() {
        vault.close();
    }

    @Override
    MasterKey key() {
        return key("janua", VaultToken.of("hvs.first"), Duration.ofSeconds(30));
    }

    @Override
    MasterKey otherKey() {
        return key("other", VaultToken.of("hvs.first"), Duration.ofSeconds(30));
    }

    @Test
    void wrap_keepsVaultsOwnText() {
        assertThat(new String(key().wrap(bytes("secret"), USE))).startsWith("vault:v1:");
        assertThat(key().id()).isEqualTo("vault:transit/janua");
    }

    @Test
    void aRenewedTokenIsReadFromItsFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "hvs.first\n");
        MasterKey key = key("janua", VaultToken.in(file), Duration.ofSeconds(30));
        byte[] wrapped = key.wrap(bytes("secret"), USE);

        Files.writeString(file, "hvs.second\n");
        vault.acceptedToken = "hvs.second";

        assertThat(key.unwrap(wrapped, USE)).isEqualTo(bytes("secret"));
        assertThat(vault.requests).hasValue(3);
        assertThat(key.unwrap(wrapped, USE)).isEqualTo(bytes("secret"));
        assertThat(vault.requests).hasValue(4);
    }

    @Test
    void aRefusedTokenIsShownOnceAndNeverTold(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "hvs.stolen");

        for (VaultToken token : new VaultToken[] {VaultToken.of("hvs.stolen"), VaultToken.in(file)}) {
            vault.requests.set(0);
            assertThatExceptionOfType(MasterKeyUnavailable.class)
                    .isThrownBy(
                            () -> key("janua", token, Duration.ofSeconds(30)).wrap(bytes("secret"), USE))
                    .withMessageContaining("refuses the token (HTTP status 403)")
                    .satisfies(VaultMasterKeyTest::tellsNoSecret);
            assertThat(vault.requests).hasValue(1);
        }
    }

    @Test
    void aTokenThatIsMissingOrMalformedIsNotTold(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("token");
        MasterKey key = key("janua", VaultToken.in(file), Duration.ofSeconds(30));
        assertThatExceptionOfType(MasterKeyUnavailable.class).isThrownBy(() -> key.wrap(bytes("secret"), USE));

        Files.writeString(file, "hvs.stolen\nX-Other: header");
        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> key.wrap(bytes("secret"), USE))
                .satisfies(VaultMasterKeyTest::tellsNoSecret);

        Files.writeString(file, "hvs.first");
        assertThat(key.wrap(bytes("secret"), USE)).isNotEmpty();
    }

    @Test
    void aSealedVaultIsUnavailableUntilItIsOpened() {
        byte[] wrapped = key().wrap(bytes("secret"), USE);
        vault.mood = Mood.SEALED;

        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> key().unwrap(wrapped, USE))
                .withMessage("the master key vault:transit/janua cannot be used:"
                        + " Vault is sealed or down for maintenance (HTTP status 503)");

        vault.mood = Mood.WELL;
        assertThat(key().unwrap(wrapped, USE)).isEqualTo(bytes("secret"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "DRIPPING"})
    void aVaultThatDoesNotFinishIsGivenUp(Mood mood) {
        vault.mood = mood;
        MasterKey impatient = key("janua", VaultToken.of("hvs.first"), Duration.ofSeconds(2));

        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> impatient.wrap(bytes("secret"), USE))
                .withMessageContaining("does not answer in time");
        assertThat(vault.requests).as("a slow answer is not asked for twice").hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"MALFORMED", "WITHOUT_DATA", "NOT_BASE64"})
    void anAnswerThatIsNoneIsNotQuoted(Mood mood) {
        byte[] wrapped = key().wrap(bytes("secret"), USE);
        vault.mood = mood;

        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> key().unwrap(wrapped, USE))
                .withMessageContaining("not one of a transit engine")
                .satisfies(VaultMasterKeyTest::tellsNoSecret);
        assertThatExceptionOfType(MasterKeyUnavailable.class).isThrownBy(() -> key().wrap(bytes("secret"), USE));
    }

    @Test
    void aLostConnectionIsTriedAgainOnce() {
        vault.mood = Mood.HANGING_UP_ONCE;

        assertThat(key().wrap(bytes("secret"), USE)).isNotEmpty();
        assertThat(vault.requests).hasValue(2);
    }

    @Test
    void nobodyAtTheAddressIsUnavailable() {
        MasterKey key = key();
        vault.close();

        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> key.wrap(bytes("secret"), USE))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void anUnknownMountOrKeyIsUnavailableToWrap() {
        var elsewhere = new VaultMasterKey(
                vault.address(), "secret", "janua", VaultToken.of("hvs.first"), Duration.ofSeconds(30));
        var unknown = key("unknown", VaultToken.of("hvs.first"), Duration.ofSeconds(30));

        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> elsewhere.wrap(bytes("secret"), USE))
                .withMessageContaining("404");
        assertThatExceptionOfType(MasterKeyUnavailable.class)
                .isThrownBy(() -> unknown.wrap(bytes("secret"), USE))
                .withMessageContaining("400");
    }

    @Test
    void namesThatWouldChangeThePathAreRefused() {
        for (String name : new String[] {"", "a b", "a?b", "../sys"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> key(name, VaultToken.of("hvs.first"), Duration.ofSeconds(30)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VaultMasterKey(
                        URI.create("vault.example.org:8200"),
                        "transit",
                        "janua",
                        VaultToken.of("hvs.first"),
                        Duration.ofSeconds(30)));
    }

    private MasterKey key(String name, VaultToken token, Duration answerTimeout) {
        // The slash at the end is one that people write.
        return new VaultMasterKey(URI.create(vault.address() + "/"), "transit", name, token, answerTimeout);
    }

    private static void tellsNoSecret(Throwable thrown) {
        assertThat(Throwables.getStackTrace(thrown)).doesNotContain("stolen", "!secret");
    }
}
