package io.janua.ops;

import io.agroal.api.AgroalDataSource;
import io.janua.database.Sql;
import io.janua.instance.Instances;
import io.janua.security.TenantIds;
import io.janua.tenant.CurrentTenant;
import io.janua.vision.FaceRecognizer;
import io.janua.vision.InferencePool;
import io.janua.vision.model.ModelEntry;
import io.janua.vision.model.PackDescription;
import io.janua.vision.model.RunningPack;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what the service knows of itself. */
@ApplicationScoped
class SystemService {

    private static final String DATABASE = """
            SELECT current_setting('server_version') AS version,
                (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS pgvector,
                (SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1) AS schema,
                pg_database_size(current_database()) AS bytes""";

    /** Instances that name a tenant are that tenant's alone. */
    private static final String JOBS = """
            SELECT task_name, bool_or(picked) AS running, min(execution_time) AS next,
                coalesce(max(consecutive_failures), 0) AS failures
            FROM scheduled_tasks
            WHERE strpos(task_instance, '/') = 0 OR starts_with(task_instance, ? || '/')
            GROUP BY task_name ORDER BY task_name""";

    private final Sql sql;
    private final AgroalDataSource connections;
    private final CurrentTenant tenant;
    private final FaceRecognizer recognizer;
    private final Instances instances;
    private final SearchStatus search;
    private final RunningPack running;
    private final SmallRyeHealthReporter health;
    private final IdentityProviderProbe probe;
    private final Optional<String> issuer;
    private final Optional<String> issuerAddress;
    private final String version;
    private final int connectionsMax;
    private final Cache remembered;

    SystemService(
            Sql sql,
            AgroalDataSource connections,
            CurrentTenant tenant,
            FaceRecognizer recognizer,
            Instances instances,
            SearchStatus search,
            RunningPack running,
            SmallRyeHealthReporter health,
            IdentityProviderProbe probe,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuerAddress,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connectionsMax,
            @CacheName("system") Cache remembered) {
        this.sql = sql;
        this.connections = connections;
        this.tenant = tenant;
        this.recognizer = recognizer;
        this.instances = instances;
        this.search = search;
        this.running = running;
        this.health = health;
        this.probe = probe;
        this.issuer = issuer;
        this.issuerAddress = issuerAddress;
        this.version = version;
        this.connectionsMax = connectionsMax;
        this.remembered = remembered;
    }

    SystemView view() {
        return new SystemView(
                version,
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                queue(),
                database(),
                identityProvider(),
                PackDescription.of(running),
                running.models().stream().map(ModelEntry::id).toList(),
                jobs(),
                instances.live().stream().map(SystemView.Instance::from).toList(),
                search(),
                checks());
    }

    private static SystemView.Memory memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new SystemView.Memory(
                heap.getUsed(), heap.getMax(), ResidentMemory.bytes().orElse(null));
    }

    private SystemView.Queue queue() {
        InferencePool pool = recognizer.pool();
        return new SystemView.Queue(pool.waiting(), pool.capacity(), pool.busy(), pool.threads());
    }

    /** What costs something to find out, and is the same for everybody. */
    private <T> T remembered(String what, Supplier<T> find) {
        return remembered.get(what, _ -> find.get()).await().indefinitely();
    }

    private SystemView.Database database() {
        var found =
                remembered("database", () -> sql.query(DATABASE, this::database).getFirst());
        return isPlatform() ? found : found.withoutBytes();
    }

    private SearchView search() {
        var found = search.view();
        return isPlatform() ? found : found.withoutMemory();
    }

    private List<SystemView.Job> jobs() {
        var found = sql.query(JOBS, SystemService::job, tenant.id());
        return isPlatform()
                ? found
                : found.stream().map(SystemView.Job::withoutFailures).toList();
    }

    private List<SystemView.Check> checks() {
        var found = remembered("checks", this::askChecks);
        return isPlatform()
                ? found
                : found.stream().map(SystemView.Check::withoutData).toList();
    }

    private boolean isPlatform() {
        return tenant.id().equals(TenantIds.PLATFORM);
    }

    private SystemView.Database database(ResultSet row) throws SQLException {
        return new SystemView.Database(
                row.getString("version"),
                row.getString("pgvector"),
                row.getString("schema"),
                row.getLong("bytes"),
                connections.getMetrics().activeCount(),
                connectionsMax);
    }

    private SystemView.IdentityProvider identityProvider() {
        boolean reachable = issuer.isPresent()
                && issuerAddress
                        .map(address -> probe.answers(address.replaceFirst("/+$", "")))
                        .orElse(false);
        return new SystemView.IdentityProvider(issuer.orElse(null), reachable);
    }

    private static SystemView.Job job(ResultSet row) throws SQLException {
        return new SystemView.Job(
                row.getString("task_name"),
                row.getBoolean("running"),
                row.getObject("next", OffsetDateTime.class).toInstant(),
                row.getInt("failures"));
    }

    private List<SystemView.Check> askChecks() {
        return Stream.of(health.getLiveness(), health.getReadiness(), health.getWellness())
                .flatMap(of -> of.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class).stream())
                .map(SystemService::check)
                .toList();
    }

    private static SystemView.Check check(JsonObject check) {
        Map<String, Object> data = new TreeMap<>();
        if (check.containsKey("data")) {
            check.getJsonObject("data").forEach((name, value) -> data.put(name, HealthData.plain(value)));
        }
        return new SystemView.Check(check.getString("name"), "UP".equals(check.getString("status")), data);
    }
}
