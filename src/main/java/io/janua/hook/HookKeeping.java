package io.janua.hook;

import io.janua.tenant.TenantDirectory;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Shows channels again and again which hooks there are, so that those with lasting connections keep them. */
@ApplicationScoped
class HookKeeping {

    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final TenantDirectory tenants;
    private final HookDatabase database;
    private final HookRows hooks;
    private final HookOpening opening;
    private final DeliveryRows deliveries;
    private final List<HookChannel> channels;
    /** Hooks whose connection was open when they were looked at last. */
    private Set<UUID> connected = Set.of();

    HookKeeping(
            TenantDirectory tenants,
            HookDatabase database,
            HookRows hooks,
            HookOpening opening,
            DeliveryRows deliveries,
            @All List<HookChannel> channels) {
        this.tenants = tenants;
        this.database = database;
        this.hooks = hooks;
        this.opening = opening;
        this.deliveries = deliveries;
        this.channels = channels;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofVirtual().name("hook-keeping").start(this::work);
    }

    void stop(@Observes ShutdownEvent ended) {
        stopping.countDown();
    }

    private void work() {
        try {
            do {
                keep();
            } while (!stopping.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            List<HookRef> enabled = new ArrayList<>();
            for (String tenant : tenants.all()) {
                enabled.addAll(database.call(
                        tenant, () -> hooks.enabled().stream().map(opening::ref).toList()));
            }
            List<HookRef> open = new ArrayList<>();
            for (HookChannel channel : channels) {
                List<HookRef> served = enabled.stream()
                        .filter(hook -> channel.serves(hook.target()))
                        .toList();
                served.stream().filter(channel::isConnected).forEach(open::add);
                channel.keep(served);
            }
            open.stream().filter(hook -> !connected.contains(hook.id())).forEach(this::hurry);
            connected = open.stream().map(HookRef::id).collect(Collectors.toSet());
        } catch (RuntimeException failed) {
            Log.warn("channels could not be shown their hooks; they will be soon", failed);
        }
    }

    private void hurry(HookRef hook) {
        database.run(hook.tenant(), () -> {
            if (deliveries.hurryUnanswered(hook.id(), List.of())) {
                hooks.touch(hook.id());
            }
        });
    }
}
