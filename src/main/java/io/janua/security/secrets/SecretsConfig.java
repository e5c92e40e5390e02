package io.janua.security.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the master key is. Exactly one of the three places is set. */
@ConfigMapping(prefix = "janua.secrets")
public interface SecretsConfig {

    /** File that holds the master key: 32 bytes in base64, readable by its owner alone. */
    Optional<Path> masterKeyFile();

    /** The master key itself; one of file, key and Vault is set, and only one. */
    Optional<String> masterKey();

    Vault vault();

    /** The transit engine of HashiCorp Vault or OpenBao. */
    interface Vault {

        /** Address of Vault or OpenBao, for example {@code https://vault.example.org:8200}. */
        Optional<URI> address();

        /** File that holds the token for Vault; read again when Vault refuses it. */
        Optional<Path> tokenFile();

        /** The token itself, instead of its file. */
        Optional<String> token();

        /** Name of the transit key in Vault. */
        Optional<String> key();

        /** Path of the transit engine, a namespace before it: letters, digits, {@code _ . - /}. */
        @WithDefault("transit")
        String mount();
    }
}
