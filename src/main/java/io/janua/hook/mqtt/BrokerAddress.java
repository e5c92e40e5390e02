package io.janua.hook.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What {@code mqtt://host:port} says.
 *
 * @param host a name or an address; one of IPv6 without brackets
 */
record BrokerAddress(boolean tls, String host, int port) {

    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;
    private static final int MAX_PORT = 65_535;

    /** Empty for what is no address of a broker, and for one with a user in it, who would be seen by everybody. */
    static Optional<BrokerAddress> of(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
        boolean plain = "mqtt".equals(uri.getScheme());
        boolean tls = "mqtts".equals(uri.getScheme());
        boolean more = uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null;
        if (!(plain || tls) || more || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return Optional.empty();
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : PORT;
        return Optional.of(new BrokerAddress(tls, uri.getHost().replaceAll("[\\[\\]]", ""), port));
    }
}
