package io.janua.hook.http;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Calls servers that users named. It calls public addresses and those of networks that the operator opened, follows no
 * redirect, reads no more than it needs, and ends in time.
 *
 * <p>A name is looked up once for each call, and the connection goes to the very address that was looked at: who answers
 * for the name cannot say another one in between. {@code Host} and the certificate are still those of the name.
 */
@ApplicationScoped
public class HttpCaller {

    /** Of an answer's body. */
    public static final int KEPT_BYTES = 2_000;

    /** A body that is longer is not read to its end. */
    static final int READ_BYTES = 64_000;

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(3);
    /** Shorter than what servers usually keep: one that is about to be closed must not get a request. */
    private static final int KEEP_ALIVE_SECONDS = 2;

    private static final int CONNECTIONS_PER_SERVER = 64;
    private static final int MAX_HEADERS_BYTES = 16_384;
    private static final int MAX_ADDRESSES_TRIED = 3;

    private final Addresses addresses;
    private final HttpClient client;

    @Inject
    HttpCaller(Vertx vertx, HookNetworkConfig config) {
        this(
                vertx,
                new Addresses(Reach.of(config.privateNetworks().orElse(List.of())), InetAddress::getAllByName),
                Authorities.with(config.authorities()));
    }

    HttpCaller(Vertx vertx, Addresses addresses, Authorities authorities) {
        this.addresses = addresses;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setTrustOptions(authorities.trust())
                .setVerifyHost(true)
                .setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()))
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS_PER_SERVER)
                .setMaxHeaderSize(MAX_HEADERS_BYTES));
    }

    void stop(@Observes ShutdownEvent stopping) {
        client.close();
        addresses.close();
    }

    /**
     * Whether a URL can be called as far as is known before it is. A name that nobody knows yet is fine.
     *
     * @param field what the refusal names
     * @throws Problem {@code validation_failed} or {@code hook_address_private}
     */
    public void check(String field, String url) {
        Destination destination = Destination.of(url)
                .orElseThrow(() -> Problems.invalid(
                        field,
                        "The value is no URL of an HTTP server.",
                        "Write http:// or https://, a name or an address, and a path; no user and no password."));
        if (addresses.of(destination.host(), CHECK_LIMIT) instanceof Addresses.Found.Private) {
            throw new Problem(
                    ProblemCode.HOOK_ADDRESS_PRIVATE,
                    "'%s' is at an address that is not public.".formatted(destination.host()),
                    field,
                    "Name a public server, or ask the operator to open its network with JANUA_HOOKS_PRIVATE_NETWORKS.");
        }
    }

    /** Blocks until there is an outcome, for the limit at most. It is for virtual threads. */
    public HttpOutcome call(HttpCall call, Duration limit) {
        var clock = new Deadline(limit);
        var destination = Destination.of(call.url());
        if (destination.isEmpty()) {
            return new HttpOutcome.Unanswered("The URL is not one of an HTTP server.", clock.taken());
        }
        String host = destination.get().host();
        return switch (addresses.of(host, clock.left())) {
            case Addresses.Found.Permitted(List<InetAddress> permitted) ->
                call(call, destination.get(), permitted, clock);
            case Addresses.Found.Private() ->
                new HttpOutcome.Unanswered("'%s' is at an address that is not public.".formatted(host), clock.taken());
            case Addresses.Found.Unknown() ->
                new HttpOutcome.Unanswered("Nobody knows the name '%s'.".formatted(host), clock.taken());
            case Addresses.Found.Silent() ->
                new HttpOutcome.Unanswered(
                        "The name '%s' could not be looked up in time.".formatted(host), clock.taken());
        };
    }

    /** One address after the other, while none takes a connection: of two networks a machine may have only one. */
    private HttpOutcome call(HttpCall call, Destination destination, List<InetAddress> permitted, Deadline clock) {
        HttpOutcome outcome;
        int tried = 0;
        boolean another;
        do {
            var exchange = new Exchange();
            begin(exchange, call, options(call, destination, permitted.get(tried)));
            outcome = exchange.await(clock);
            tried++;
            another = exchange.neverConnected() && tried < Math.min(permitted.size(), MAX_ADDRESSES_TRIED);
        } while (another && !clock.left().isZero());
        return outcome;
    }

    private void begin(Exchange exchange, HttpCall call, RequestOptions options) {
        try {
            client.request(options)
                    .onSuccess(request -> exchange.send(request, call))
                    .onFailure(exchange::cannotConnect);
        } catch (IllegalStateException closed) {
            exchange.cannotConnect(closed);
        }
    }

    private static RequestOptions options(HttpCall call, Destination destination, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method().toUpperCase(Locale.ROOT)))
                .setSsl(destination.tls())
                .setHost(destination.host())
                .setPort(destination.port())
                .setURI(destination.pathAndQuery())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, destination.port())))
                .setFollowRedirects(false);
    }
}
