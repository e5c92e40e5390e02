package io.janua.hook.mqtt;

import io.janua.hook.HookRef;
import io.janua.hook.HookTarget;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a broker keeps of a hook that is deleted: states of doors, and what Home Assistant was announced. */
final class Leftovers {

    private final Brokers brokers;
    private final HookTarget.Mqtt target;
    private final Topics topics;
    private final HomeAssistant homeAssistant;

    Leftovers(Brokers brokers, HookRef hook, HookTarget.Mqtt target) {
        this.brokers = brokers;
        this.target = target;
        topics = Topics.of(hook, target);
        homeAssistant = new HomeAssistant(topics);
    }

    /** As well as it goes: a broker that is gone for good must not keep a hook from being deleted. */
    void clear(Duration limit) {
        try {
            Broker broker = brokers.open(target, Message.cleared(topics.available()), limit);
            try {
                for (Message left : found(broker, limit)) {
                    Brokers.await(broker.publish(Message.cleared(left.topic())), limit);
                }
            } finally {
                broker.disconnect();
            }
        } catch (NotTold unreachable) {
            // Then they stay.
        }
    }

    private Queue<Message> found(Broker broker, Duration limit) throws NotTold {
        var found = new ConcurrentLinkedQueue<Message>();
        // What is retained comes before what is published later: with this message back, all of it is here.
        Message last =
                Message.passing(topics.elsewhere("leftovers"), UUID.randomUUID().toString());
        var complete = new CompletableFuture<Void>();
        if (target.homeAssistant()) {
            String configurations = Topics.DISCOVERY + "/+/+/+/config";
            Brokers.await(
                    broker.subscribe(configurations, message -> {
                        if (message.retained() && homeAssistant.isOwn(message)) {
                            found.add(message);
                        }
                    }),
                    limit);
        }
        Brokers.await(
                broker.subscribe(topics.all(), message -> {
                    if (message.payload().equals(last.payload())) {
                        complete.complete(null);
                    } else if (message.retained()) {
                        found.add(message);
                    }
                }),
                limit);
        Brokers.await(broker.publish(last), limit);
        Brokers.await(complete, limit);
        return found;
    }
}
