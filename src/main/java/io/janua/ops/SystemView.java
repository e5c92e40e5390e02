package io.janua.ops;

import io.janua.instance.LiveInstance;
import io.janua.vision.model.PackDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the instance that answers is doing. */
@Schema(name = "System")
record SystemView(
        String version,
        Instant startedAt,

        @Schema(description = "The Java runtime", examples = "25.0.1")
        String java,

        int processors,
        Memory memory,
        Queue queue,
        Database database,
        IdentityProvider identityProvider,

        PackDescription pack,

        @Schema(description = "Ids of the models that run") List<String> models,

        @Schema(description = "What runs in the background, by name")
        List<Job> jobs,

        @Schema(description = "The instances of the service that work at the same database, the one that answers first")
        List<Instance> instances,

        SearchView search,

        @Schema(description = "Its checks, and those of what it depends on")
        List<Check> checks) {

    @Schema(name = "SystemMemory", description = "In bytes")
    record Memory(
            long heapUsed,
            long heapMax,

            @Schema(description = "Of the whole process; absent where the system does not tell") @Nullable
            Long resident) {}

    @Schema(name = "SystemQueue", description = "Pictures before the models")
    record Queue(
            @Schema(description = "Pictures that wait") int waiting,

            @Schema(description = "How many may wait; the next one is told that the service is busy")
            int capacity,

            @Schema(description = "Threads that work on a picture")
            int busy,

            int threads) {}

    @Schema(name = "SystemDatabase")
    record Database(
            @Schema(examples = "17.2") String version,

            @Schema(description = "Version of the extension", examples = "0.8.0")
            String pgvector,

            @Schema(description = "The last migration", examples = "003")
            String schema,

            @Schema(description = "Of all tenants together; absent for any but the platform's own") @Nullable
            Long bytes,

            @Schema(description = "Of this instance's own pool, the one that asks this included")
            long connectionsInUse,

            long connectionsMax) {

        Database withoutBytes() {
            return new Database(version, pgvector, schema, null, connectionsInUse, connectionsMax);
        }
    }

    @Schema(name = "SystemIdentityProvider")
    record IdentityProvider(
            @Schema(description = "Absent where only API keys are taken") @Nullable
            String issuer,

            @Schema(description = "Whether it answered within the last seconds; false where there is none")
            boolean reachable) {}

    @Schema(name = "SystemJob")
    record Job(
            String name,
            boolean running,

            @Schema(description = "When it is due, which may be past while it runs")
            Instant next,

            @Schema(
                    description = "How often it has failed since it last succeeded; absent for any tenant but the"
                            + " platform's own, because jobs serve all")
            @Nullable
            Integer failures) {

        Job withoutFailures() {
            return new Job(name, running, next, null);
        }
    }

    @Schema(name = "SystemInstance")
    record Instance(
            UUID id,
            String version,
            Instant startedAt,

            @Schema(description = "When it last said that it lives, which it does every second")
            Instant seenAt,

            @Schema(description = "Whether it is the one that answers")
            boolean self) {

        static Instance from(LiveInstance live) {
            return new Instance(live.id(), live.version(), live.startedAt(), live.seenAt(), live.self());
        }
    }

    @Schema(name = "SystemCheck")
    record Check(
            String name,
            boolean up,

            @Schema(
                    description = "What it found out; empty for any tenant but the platform's own, because checks sum"
                            + " over all")
            Map<String, Object> data) {

        Check withoutData() {
            return new Check(name, up, Map.of());
        }
    }
}
