package io.janua.hook.http;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;

/** Whom hooks may call and whose certificates they believe, for channels that do not speak HTTP. */
@ApplicationScoped
public class HookNetwork {

    private static final Duration CHECK_LIMIT = Duration.ofSeconds(3);

    private final Addresses addresses;
    private final TrustManagerFactory trust;

    HookNetwork(HookNetworkConfig config, Vertx vertx) {
        addresses = new Addresses(Reach.of(config.privateNetworks().orElse(List.of())), InetAddress::getAllByName);
        trust = factory(Authorities.with(config.authorities()), vertx);
    }

    /** What came of looking for a receiver. */
    public sealed interface Found {

        /** @param addresses at least one; only these may be called */
        record Permitted(List<InetAddress> addresses) implements Found {}

        /** @param reason a sentence for people */
        record NotPermitted(String reason) implements Found {}
    }

    void stop(@Observes ShutdownEvent stopping) {
        addresses.close();
    }

    /**
     * A name that nobody knows yet is fine.
     *
     * @throws Problem {@code hook_address_private}
     */
    public void check(String field, String host) {
        if (addresses.of(host, CHECK_LIMIT) instanceof Addresses.Found.Private) {
            throw new Problem(
                    ProblemCode.HOOK_ADDRESS_PRIVATE,
                    notPublic(host),
                    field,
                    "Name a public server, or ask the operator to open its network with JANUA_HOOKS_PRIVATE_NETWORKS.");
        }
    }

    public Found find(String host, Duration limit) {
        return switch (addresses.of(host, limit)) {
            case Addresses.Found.Permitted(List<InetAddress> permitted) -> new Found.Permitted(permitted);
            case Addresses.Found.Private() -> new Found.NotPermitted(notPublic(host));
            case Addresses.Found.Unknown() -> new Found.NotPermitted("Nobody knows the name '%s'.".formatted(host));
            case Addresses.Found.Silent() ->
                new Found.NotPermitted("The name '%s' could not be looked up in time.".formatted(host));
        };
    }

    /** The public authorities and the operator's. */
    public TrustManagerFactory trust() {
        return trust;
    }

    /** Why no connection came about, or none that lasts, for the people who can mend it. */
    public static String told(Throwable failed) {
        return Failures.told(failed);
    }

    private static TrustManagerFactory factory(Authorities authorities, Vertx vertx) {
        try {
            return authorities.trust().getTrustManagerFactory(vertx);
        } catch (Exception unusable) {
            throw new IllegalStateException("the trusted certificates cannot be used", unusable);
        }
    }

    private static String notPublic(String host) {
        return "'%s' is at an address that is not public.".formatted(host);
    }
}
