package io.janua.audit;

import io.janua.event.Action;
import io.janua.event.Happening;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Entries as the service writes them, for benchmarks that write them past it. */
public final class EntryLines {

    public static final String ACTOR = "api-key:018f0000-0000-7000-8000-000000000001";

    private EntryLines() {}

    /** Of an identification that found somebody. */
    public static String identified(UUID id, String tenant, Instant time, String gallery, String subject) {
        var actor = new EntryContent.Actor(ACTOR, Optional.of("North entrance"), Optional.of("r-" + id));
        return EntryContent.of(
                id,
                tenant,
                time,
                actor,
                Happening.of(Action.IDENTIFY)
                        .in(gallery)
                        .on(subject)
                        .outcome("identified")
                        .with("fpir", 0.001)
                        .with("model", "sface-2021dec")
                        .with("threshold", 0.5123)
                        .with("gallerySize", 30)
                        .with("score", 0.8912));
    }
}
