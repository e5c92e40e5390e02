package io.janua.ops.offline;

import io.janua.security.secrets.SecretsConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What Quarkus maps when it builds the service: the class that does so is not in the package. */
record ConfiguredSecrets(Installation installation) implements SecretsConfig, SecretsConfig.Vault {

    private static final String PREFIX = "janua.secrets.";
    /** As its interface has it. */
    private static final String DEFAULT_MOUNT = "transit";

    @Override
    public Optional<Path> masterKeyFile() {
        return text("master-key-file").map(Path::of);
    }

    @Override
    public Optional<String> masterKey() {
        return text("master-key");
    }

    @Override
    public Vault vault() {
        return this;
    }

    @Override
    public Optional<URI> address() {
        return text("vault.address").map(URI::create);
    }

    @Override
    public Optional<Path> tokenFile() {
        return text("vault.token-file").map(Path::of);
    }

    @Override
    public Optional<String> token() {
        return text("vault.token");
    }

    @Override
    public Optional<String> key() {
        return text("vault.key");
    }

    @Override
    public String mount() {
        return text("vault.mount").orElse(DEFAULT_MOUNT);
    }

    private Optional<String> text(String name) {
        return installation.text(PREFIX + name);
    }
}
