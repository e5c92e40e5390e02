package io.janua.hook.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Looks names up, and says which of their addresses may be called. */
final class Addresses implements AutoCloseable {

    /** The system's resolver holds the thread that asks; a server of names that is silent must not hold any other. */
    private static final int THREADS = 32;

    private final Reach reach;
    private final Resolver resolver;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("hook-names-", 0).factory());

    Addresses(Reach reach, Resolver resolver) {
        this.reach = reach;
        this.resolver = resolver;
    }

    /** Where names are known. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** What there is to know of a name. */
    sealed interface Found {

        /** @param addresses at least one */
        record Permitted(List<InetAddress> addresses) implements Found {}

        record Private() implements Found {}

        record Unknown() implements Found {}

        record Silent() implements Found {}
    }

    Found of(String host, Duration limit) {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) {
            return permitted(literal.get());
        }
        Future<InetAddress[]> answer = threads.submit(() -> resolver.lookUp(host));
        try {
            return permitted(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silent) {
            answer.cancel(true);
            return new Found.Silent();
        } catch (ExecutionException unknown) {
            return new Found.Unknown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Found.Silent();
        }
    }

    private Found permitted(InetAddress... found) {
        var permitted = Stream.of(found).filter(reach::permits).toList();
        return permitted.isEmpty() ? new Found.Private() : new Found.Permitted(permitted);
    }

    /** Of what is an address already: it needs nobody who might be silent. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
