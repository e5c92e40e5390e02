package io.janua.hook;

import io.janua.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The events of tenants, read once for all who are told of them on this instance: hooks, and listeners to the stream.
 */
@ApplicationScoped
class EventFeed {

    private static final String POSITIONS = "SELECT tenant_id, position FROM outbox_positions()";

    private final Map<String, TenantFeed> feeds = new ConcurrentHashMap<>();
    private final Sql sql;
    private final HookDatabase database;
    private final Outbox outbox;

    EventFeed(Sql sql, HookDatabase database, Outbox outbox) {
        this.sql = sql;
        this.database = database;
        this.outbox = outbox;
    }

    /** One who reads a tenant's events at a pace of their own. */
    interface Reader extends AutoCloseable {

        /** In order, at most so many; empty when there are none yet. */
        List<OutboxEvent> after(long position, int most);

        /** @return whether there are events after the position, at the latest after so long */
        boolean awaitAfter(long position, Duration longest);

        @Override
        void close();
    }

    Reader open(String tenant) {
        TenantFeed feed = feeds.compute(tenant, (_, known) -> {
            TenantFeed opened = known == null ? new TenantFeed(loader(tenant)) : known;
            opened.enter();
            return opened;
        });
        long last = database.call(tenant, outbox::reach).position();
        feed.reached(last);
        return new Reader() {
            @Override
            public List<OutboxEvent> after(long position, int most) {
                return feed.after(position, most);
            }

            @Override
            public boolean awaitAfter(long position, Duration longest) {
                return feed.awaitAfter(position, longest);
            }

            @Override
            public void close() {
                feeds.computeIfPresent(tenant, (_, known) -> known.leave() ? null : known);
            }
        };
    }

    /** Looks how far the tenants are that somebody reads. */
    void reached() {
        if (feeds.isEmpty()) {
            return;
        }
        Map<String, Long> positions = new HashMap<>();
        sql.query(POSITIONS, row -> positions.put(row.getString(1), row.getLong(2)));
        feeds.forEach((tenant, feed) -> feed.reached(positions.getOrDefault(tenant, 0L)));
    }

    private TenantFeed.Loader loader(String tenant) {
        return (position, most) -> database.call(tenant, () -> outbox.after(position, most));
    }
}
