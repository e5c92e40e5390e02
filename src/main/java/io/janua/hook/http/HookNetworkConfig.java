package io.janua.hook.http;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whom hooks may call beside the public Internet. */
@ConfigMapping(prefix = "janua.hooks")
interface HookNetworkConfig {

    /** Networks that hooks may call although they are not public, for example {@code 192.168.0.0/16,fd00::/8}. */
    Optional<List<String>> privateNetworks();

    /** Certificates (a file, PEM) of authorities that hooks trust beside the public ones. */
    Optional<Path> authorities();
}
