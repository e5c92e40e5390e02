package io.janua.access.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.access.schedule.Schedule;
import io.janua.access.schedule.ScheduleTimes;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/**
 * Schedules as they were worked out, by what stands in them: a change makes another one, so none is ever stale. Callers
 * hold a connection; nobody waits here for what another thread works out.
 */
@ApplicationScoped
class Schedules {

    private final Cache workedOut;
    private final ObjectMapper json;

    Schedules(@CacheName("access-schedules") Cache workedOut, ObjectMapper json) {
        this.workedOut = workedOut;
        this.json = json;
    }

    Schedule of(JsonNode content) {
        var cache = workedOut.as(CaffeineCache.class);
        var known = cache.<Schedule>getIfPresent(content);
        if (known != null && known.isDone()) {
            return known.join();
        }
        try {
            Schedule schedule = Schedule.of(json.treeToValue(content, ScheduleTimes.class));
            cache.put(content, CompletableFuture.completedFuture(schedule));
            return schedule;
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("a stored schedule cannot be read", malformed);
        }
    }
}
