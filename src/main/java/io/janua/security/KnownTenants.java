package io.janua.security;

import io.agroal.api.AgroalDataSource;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Which tenants there are, remembered for a second (application.properties). A token brings its tenant from outside, so
 * this query runs without one, like the look-up of an API key.
 */
@ApplicationScoped
class KnownTenants {

    private static final String EXISTS = "SELECT tenant_exists(?)";

    private final Cache known;
    private final AgroalDataSource database;

    KnownTenants(@CacheName("known-tenants") Cache known, AgroalDataSource database) {
        this.known = known;
        this.database = database;
    }

    /** Empty when only the database can tell. */
    Optional<Boolean> remembered(String tenant) {
        var remembered = known.as(CaffeineCache.class).<Boolean>getIfPresent(tenant);
        return remembered != null && remembered.state() == Future.State.SUCCESS
                ? Optional.of(remembered.resultNow())
                : Optional.empty();
    }

    /** Blocks. */
    boolean exists(String tenant) {
        return known.get(tenant, this::find).await().indefinitely();
    }

    private boolean find(String tenant) {
        return Acting.asNobody(() -> query(tenant));
    }

    private boolean query(String tenant) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(EXISTS)) {
            query.setString(1, tenant);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("tenant lookup failed", failed);
        }
    }
}
