package io.janua.hook.mqtt;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One connection to a broker, of either version. Once it is lost it never opens again. */
interface Broker {

    /** Completes when the broker has acknowledged it (QoS 1), and fails when the broker did so with a refusal. */
    CompletableFuture<Void> publish(Message message);

    /** @param taken runs on the connection's own thread and must not wait */
    CompletableFuture<Void> subscribe(String filter, Consumer<Message> taken);

    boolean isOpen();

    /** In good order: the broker keeps the last will to itself. */
    CompletableFuture<Void> disconnect();
}
