package io.janua.hook.mqtt;

import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;
import io.janua.hook.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A hook's lasting connection to its broker. It is opened when it is first needed, and again when it was lost. A message
 * that the broker does not acknowledge in time ends it, so that none goes out after it was given up: the next attempt
 * must not be overtaken by the last one.
 */
final class HookConnection {

    private static final String ENDED = "The hook was changed meanwhile, or Janua stops.";

    private final Brokers brokers;
    private final HookTarget.Mqtt target;
    private final Topics topics;
    private final HomeAssistant homeAssistant;
    private final Messages messages;
    private final ReentrantLock opening = new ReentrantLock();
    /** What this connection has told Home Assistant about; a broker that was restarted may have forgotten. */
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    private volatile Broker broker;
    private volatile boolean ended;

    HookConnection(Brokers brokers, HookRef hook, HookTarget.Mqtt target) {
        this.brokers = brokers;
        this.target = target;
        topics = Topics.of(hook, target);
        homeAssistant = new HomeAssistant(topics);
        messages = new Messages(topics);
    }

    boolean isTo(HookRef hook, HookTarget.Mqtt other) {
        return target.equals(other) && topics.equals(Topics.of(hook, other));
    }

    List<Message> messages(Outgoing outgoing) {
        return messages.of(outgoing);
    }

    /** Returns when the broker has acknowledged all of it. */
    void tell(Outgoing outgoing, Duration limit) throws NotTold {
        long end = System.nanoTime() + limit.toNanos();
        Broker open = open(limit);
        var all = new ArrayList<Message>();
        boolean announces = target.homeAssistant()
                && outgoing.point().filter(point -> !announced.contains(point)).isPresent();
        if (announces) {
            all.addAll(homeAssistant.announce(outgoing.point().get()));
        }
        all.addAll(messages.of(outgoing));
        try {
            Brokers.await(
                    CompletableFuture.allOf(all.stream().map(open::publish).toArray(CompletableFuture[]::new)),
                    Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        } catch (NotTold failed) {
            if (!failed.isRefusal()) {
                giveUp(open);
            }
            throw failed;
        }
        if (announces) {
            announced.add(outgoing.point().get());
        }
    }

    /** Opens it where it is not open. */
    Broker open(Duration limit) throws NotTold {
        long end = System.nanoTime() + limit.toNanos();
        Broker known = broker;
        if (known != null && known.isOpen()) {
            return known;
        }
        if (!acquired(limit)) {
            throw new NotTold("The broker did not answer within %d s.".formatted(limit.toSeconds()));
        }
        try {
            known = broker;
            if (known != null && known.isOpen()) {
                return known;
            }
            if (ended) {
                throw new NotTold(ENDED);
            }
            Broker fresh = connected(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            broker = fresh;
            if (ended) {
                giveUp(fresh);
                throw new NotTold(ENDED);
            }
            return fresh;
        } finally {
            opening.unlock();
        }
    }

    boolean isOpen() {
        Broker known = broker;
        return known != null && known.isOpen();
    }

    /** In good order; nothing goes out any more. */
    void end(Duration limit) {
        ended = true;
        Broker known = broker;
        if (known == null || !known.isOpen()) {
            return;
        }
        try {
            Brokers.await(known.publish(Message.retained(topics.available(), Topics.OFFLINE)), limit);
            Brokers.await(known.disconnect(), limit);
        } catch (NotTold failed) {
            giveUp(known);
        }
    }

    private boolean acquired(Duration limit) {
        try {
            return opening.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Broker connected(Duration limit) throws NotTold {
        announced.clear();
        Message online = Message.retained(topics.available(), Topics.ONLINE);
        Broker fresh = brokers.open(target, Message.retained(topics.available(), Topics.OFFLINE), limit);
        // The will of another instance, or of a connection that this one has lost, speaks for all of them.
        fresh.subscribe(topics.available(), message -> {
            if (!ended && message.payload().equals(Topics.OFFLINE)) {
                fresh.publish(online);
            }
        });
        try {
            Brokers.await(fresh.publish(online), limit);
        } catch (NotTold failed) {
            fresh.disconnect();
            throw failed;
        }
        return fresh;
    }

    private void giveUp(Broker open) {
        if (broker == open) {
            broker = null;
        }
        open.disconnect();
    }
}
