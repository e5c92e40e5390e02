package io.janua.hook.mqtt;

import io.janua.hook.Attempt;
import io.janua.hook.Attempt.Verdict;
import io.janua.hook.HookChannel;
import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tells brokers of MQTT: each hook has one connection from each instance of the service, for as long as it is enabled. */
@Singleton
class MqttChannel implements HookChannel {

    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Brokers brokers;
    private final MqttTargets targets;
    private final Map<UUID, HookConnection> connections = new ConcurrentHashMap<>();
    private final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
    /** One after the other: a deleted hook says goodbye before what is left of it is cleared. */
    private final ExecutorService partings =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private volatile boolean stopped;

    MqttChannel(Brokers brokers, MqttTargets targets) {
        this.brokers = brokers;
        this.targets = targets;
    }

    @Override
    public boolean serves(HookTarget target) {
        return target instanceof HookTarget.Mqtt;
    }

    @Override
    public boolean actsOnGrants(HookTarget target) {
        return false;
    }

    @Override
    public void check(HookTarget target) {
        targets.check((HookTarget.Mqtt) target);
    }

    @Override
    public Attempt send(Outgoing outgoing, Duration limit) {
        long began = System.nanoTime();
        var target = (HookTarget.Mqtt) outgoing.hook().target();
        HookConnection connection = connection(outgoing.hook(), target);
        Message first = connection.messages(outgoing).getFirst();
        var request = new Attempt.Request(
                "PUBLISH", target.url() + "/" + first.topic(), Map.of("qos", "1", "retain", "false"), first.payload());
        Optional<String> error = Optional.empty();
        try {
            if (stopped) {
                throw new NotTold("Janua stops.");
            }
            connection.tell(outgoing, limit);
        } catch (NotTold failed) {
            error = Optional.of(failed.getMessage());
        }
        return new Attempt(
                error.isEmpty() ? Verdict.DELIVERED : Verdict.FAILED,
                Optional.of(request),
                error.isEmpty() ? Optional.of(new Attempt.Answer(0, Map.of(), "PUBACK")) : Optional.empty(),
                error,
                Optional.empty(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public void forget(HookRef hook) {
        end(connections.remove(hook.id()));
    }

    @Override
    public void deleted(HookRef hook) {
        if (!stopped && hook.target() instanceof HookTarget.Mqtt target) {
            partings.execute(() -> new Leftovers(brokers, hook, target).clear(OPENING));
        }
    }

    @Override
    public void keep(Collection<HookRef> enabled) {
        if (stopped) {
            return;
        }
        var wanted = new ConcurrentHashMap<UUID, HookRef>();
        enabled.stream().filter(hook -> serves(hook.target())).forEach(hook -> wanted.put(hook.id(), hook));
        connections.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(id -> end(connections.remove(id)));
        wanted.values().stream()
                .map(hook -> connection(hook, (HookTarget.Mqtt) hook.target()))
                .filter(connection -> !connection.isOpen())
                .forEach(connection -> aside.execute(() -> open(connection)));
    }

    @Override
    public boolean isConnected(HookRef hook) {
        HookConnection connection = connections.get(hook.id());
        return connection != null && connection.isOpen();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (stopped) {
            return;
        }
        stopped = true;
        connections.values().forEach(connection -> aside.execute(() -> connection.end(PARTING)));
        partings.shutdownNow();
        aside.shutdown();
        if (!aside.awaitTermination(2 * PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
            aside.shutdownNow();
        }
    }

    /** For tests. */
    Stream<HookConnection> connections() {
        return connections.values().stream();
    }

    private HookConnection connection(HookRef hook, HookTarget.Mqtt target) {
        return connections.compute(hook.id(), (id, known) -> {
            if (known != null && known.isTo(hook, target)) {
                return known;
            }
            end(known);
            return new HookConnection(brokers, hook, target);
        });
    }

    private void end(HookConnection connection) {
        if (connection != null && !stopped) {
            partings.execute(() -> connection.end(PARTING));
        }
    }

    private static void open(HookConnection connection) {
        try {
            connection.open(OPENING);
        } catch (NotTold unreachable) {
            // The next delivery tells it to whoever looks, and the next round tries again.
        }
    }
}
