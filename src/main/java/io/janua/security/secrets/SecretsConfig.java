package io.janua.security.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the master key is. Exactly one of the three places is set. */
@ConfigMapping(prefix = "janua.secrets")
public interface SecretsConfig {

    /** A file that holds the key in base64. */
    Optional<Path> masterKeyFile();

    /** The key itself, in base64. */
    Optional<String> masterKey();

    Vault vault();

    /** The transit engine of HashiCorp Vault or OpenBao. */
    interface Vault {

        /** For example {@code https://vault.example.org:8200}; without it, Vault is not used. */
        Optional<URI> address();

        /** A file that holds the token, read again when Vault refuses it. */
        Optional<Path> tokenFile();

        /** The token itself. */
        Optional<String> token();

        /** Name of the transit key. */
        Optional<String> key();

        /** Path of the transit engine. */
        @WithDefault("transit")
        String mount();
    }
}
