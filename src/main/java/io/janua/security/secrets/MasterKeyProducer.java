package io.janua.security.secrets;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Takes the master key from its one configured place, or keeps the service from starting. */
@ApplicationScoped
class MasterKeyProducer {

    /** Not Quarkus' own Log, which works only in the service: backups and the doctor ask for the key, too. */
    private static final Logger LOG = Logger.getLogger(MasterKeyProducer.class);

    private static final String HOW_TO_MAKE_ONE =
            "make a key with 'head -c 32 /dev/urandom | base64' in a file of your own with mode 0600";

    private final SecretsConfig config;

    MasterKeyProducer(SecretsConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException when there is no usable key, saying what to do */
    @Startup
    @Produces
    @Singleton
    MasterKey masterKey() {
        List<String> configured = Stream.of(
                        config.masterKeyFile().map(file -> "JANUA_MASTER_KEY_FILE"),
                        text(config.masterKey()).map(key -> "JANUA_MASTER_KEY"),
                        config.vault().address().map(address -> "JANUA_VAULT_ADDRESS"))
                .flatMap(Optional::stream)
                .toList();
        if (configured.isEmpty()) {
            throw new IllegalStateException("There is no master key: %s, and set JANUA_MASTER_KEY_FILE to that file."
                    .formatted(HOW_TO_MAKE_ONE));
        }
        if (configured.size() > 1) {
            throw new IllegalStateException("There is more than one master key: set exactly one of %s."
                    .formatted(String.join(", ", configured)));
        }
        MasterKey key = text(config.masterKey())
                .map(value -> parsed(value, "JANUA_MASTER_KEY"))
                .or(() -> config.masterKeyFile().map(MasterKeyProducer::read))
                .orElseGet(() -> vaultKey(config.vault()));
        LOG.infof("secrets at rest are wrapped by the master key %s", key.id());
        return key;
    }

    private static MasterKey read(Path file) {
        try {
            switch (FileAccess.of(file).verdict()) {
                case FINE -> {}
                case WIDE ->
                    LOG.warnf(
                            "the master key %s may be read by everybody here; mount it with mode 0440 and our group",
                            file);
                case REFUSED ->
                    throw new IllegalStateException(
                            "Others than its owner may use the master key in %s: run chmod 600 on it.".formatted(file));
            }
            return parsed(Files.readString(file), "the file " + file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "JANUA_MASTER_KEY_FILE names %s, which cannot be read: %s, readable by the service."
                            .formatted(file, HOW_TO_MAKE_ONE),
                    unreadable);
        }
    }

    private static MasterKey parsed(String text, String place) {
        try {
            return MasterKey.fromBase64(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException("%s holds no master key: %s".formatted(place, malformed.getMessage()));
        }
    }

    private static MasterKey vaultKey(SecretsConfig.Vault vault) {
        URI address = vault.address().orElseThrow();
        String key = text(vault.key())
                .orElseThrow(() -> new IllegalStateException(
                        "JANUA_VAULT_ADDRESS is set: set JANUA_VAULT_KEY to the name of a transit key, too."));
        if (vault.tokenFile().isPresent() == text(vault.token()).isPresent()) {
            throw new IllegalStateException(
                    "JANUA_VAULT_ADDRESS is set: set either JANUA_VAULT_TOKEN_FILE or janua.secrets.vault.token, too.");
        }
        if ("http".equals(address.getScheme())) {
            LOG.warn("the tenants' keys travel to Vault without TLS: this is for an agent on the same machine only");
        }
        try {
            VaultToken token = vault.tokenFile()
                    .map(VaultToken::in)
                    .orElseGet(() -> VaultToken.of(vault.token().orElseThrow()));
            return new VaultMasterKey(address, vault.mount(), key, token, VaultMasterKey.ANSWER_TIMEOUT);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(
                    "The settings of Vault cannot be used: %s.".formatted(malformed.getMessage()));
        }
    }

    private static Optional<String> text(Optional<String> setting) {
        return setting.filter(value -> !value.isBlank());
    }
}
