package io.janua.hook.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an HTTP URL says.
 *
 * @param host a name or an address; one of IPv6 in brackets
 * @param pathAndQuery as they are sent
 */
record Destination(boolean tls, String host, int port, String pathAndQuery) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65_535;

    /** Empty for what is no URL of a server, and for one with a user in it, who would be seen by everybody. */
    static Optional<Destination> of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
        if (uri.getScheme() == null
                || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getPort() == 0
                || uri.getPort() > MAX_PORT) {
            return Optional.empty();
        }
        boolean tls = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(new Destination(tls, uri.getHost(), port, path + query));
    }
}
