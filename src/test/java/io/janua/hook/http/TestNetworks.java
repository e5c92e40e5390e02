package io.janua.hook.http;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What hooks may call, as a test wants it. */
public final class TestNetworks {

    private static final Vertx VERTX = Vertx.vertx();

    private TestNetworks() {}

    /** Also everything on this machine. */
    public static HookNetwork withLoopback() {
        return new HookNetwork(config("127.0.0.0/8", "::1"), VERTX);
    }

    public static HookNetwork publicOnly() {
        return new HookNetwork(config(), VERTX);
    }

    public static HttpCaller callerWithLoopback() {
        return new HttpCaller(
                VERTX,
                new Addresses(Reach.of(List.of("127.0.0.0/8", "::1")), InetAddress::getAllByName),
                Authorities.with(Optional.empty()));
    }

    private static HookNetworkConfig config(String... networks) {
        return new HookNetworkConfig() {
            @Override
            public Optional<List<String>> privateNetworks() {
                return Optional.of(List.of(networks));
            }

            @Override
            public Optional<Path> authorities() {
                return Optional.empty();
            }
        };
    }
}
