package io.janua.hook.mqtt;

import io.janua.hook.HookTarget;
import io.janua.hook.http.HookNetwork;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.TrustManagerFactory;

/** Opens connections to brokers that may be called. */
@Singleton
class Brokers {

    private static final int MAX_ADDRESSES_TRIED = 3;

    private final HookNetwork network;

    Brokers(HookNetwork network) {
        this.network = network;
    }

    /** @param will what the broker says when the connection breaks off */
    Broker open(HookTarget.Mqtt target, Message will, Duration limit) throws NotTold {
        long end = System.nanoTime() + limit.toNanos();
        BrokerAddress address =
                BrokerAddress.of(target.url()).orElseThrow(() -> new NotTold("The URL is not one of an MQTT broker."));
        List<InetAddress> permitted =
                switch (network.find(address.host(), limit)) {
                    case HookNetwork.Found.Permitted found -> found.addresses();
                    case HookNetwork.Found.NotPermitted refused -> throw new NotTold(refused.reason());
                };
        Optional<TrustManagerFactory> trust = address.tls() ? Optional.of(trust(target)) : Optional.empty();
        int tries = Math.min(permitted.size(), MAX_ADDRESSES_TRIED);
        for (int i = 0; ; i++) {
            var connecting = new Connecting(
                    pinned(permitted.get(i), address),
                    trust,
                    target.username(),
                    target.password(),
                    will,
                    // Each of several addresses gets its share of the time.
                    Duration.ofNanos(Math.max(1_000_000, (end - System.nanoTime()) / (tries - i))));
            CompletableFuture<Broker> connection = connect(target.version(), connecting);
            try {
                return await(connection, connecting.limit());
            } catch (NotTold failed) {
                // It may come about after all, and then nobody would ever end it.
                connection.thenAccept(Broker::disconnect);
                if (i == tries - 1) {
                    throw failed;
                }
            }
        }
    }

    static <T> T await(CompletableFuture<T> answer, Duration limit) throws NotTold {
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw NotTold.because(failed.getCause(), limit);
        } catch (TimeoutException late) {
            throw NotTold.because(late, limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotTold("Janua stopped while it waited for the broker.");
        }
    }

    private static CompletableFuture<Broker> connect(HookTarget.Mqtt.Version version, Connecting connecting) {
        return switch (version) {
            case V3 -> Mqtt3Broker.connect(connecting);
            case V5 -> Mqtt5Broker.connect(connecting);
        };
    }

    private TrustManagerFactory trust(HookTarget.Mqtt target) throws NotTold {
        try {
            return target.caCertificate() == null ? network.trust() : CaCertificate.trust(target.caCertificate());
        } catch (GeneralSecurityException unusable) {
            throw new NotTold("The hook's caCertificate cannot be used.");
        }
    }

    /** The very address that was permitted, with the name that the certificate must be for. */
    private static InetSocketAddress pinned(InetAddress permitted, BrokerAddress address) throws NotTold {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(address.host(), permitted.getAddress()), address.port());
        } catch (UnknownHostException impossible) {
            throw new NotTold("The broker's address cannot be used.");
        }
    }
}
