package io.janua.security;

import io.janua.database.Sql;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Which tenants there are, remembered for a second (application.properties). A token brings its tenant from outside, so
 * this query runs without one, like the look-up of an API key.
 */
@ApplicationScoped
class KnownTenants {

    private static final String FIND = "SELECT requests_per_minute FROM find_tenant(?)";

    private final Cache known;
    private final Sql sql;

    KnownTenants(@CacheName("known-tenants") Cache known, Sql sql) {
        this.known = known;
        this.sql = sql;
    }

    /**
     * What is known of a name.
     *
     * @param requestsPerMinute null where the default holds
     */
    record Known(boolean exists, Integer requestsPerMinute) {}

    /** Empty when only the database can tell. */
    Optional<Known> remembered(String tenant) {
        var remembered = known.as(CaffeineCache.class).<Known>getIfPresent(tenant);
        return remembered != null && remembered.state() == Future.State.SUCCESS
                ? Optional.of(remembered.resultNow())
                : Optional.empty();
    }

    /** Blocks. */
    Known find(String tenant) {
        return known.get(tenant, this::load).await().indefinitely();
    }

    private Known load(String tenant) {
        return Acting.asNobody(() -> sql.query(FIND, KnownTenants::known, tenant)).stream()
                .findFirst()
                .orElse(new Known(false, null));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(true, row.getObject("requests_per_minute", Integer.class));
    }
}
