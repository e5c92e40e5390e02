package io.janua.enrollment.imports;

import io.janua.privacy.ConsentChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * An import as the database has it.
 *
 * @param consent what is recorded for subjects without a consent in force; empty for nothing
 * @param secret id of the tenant's secret that wraps the key of its pictures; 0 when the key is gone
 * @param touchedAt while it comes in, the last sign of life; then when it began to run
 * @param recent how many files were worked through within {@link #PACE_WINDOW}
 */
record BulkImport(
        UUID id,
        String gallery,
        UUID galleryId,
        Optional<String> name,
        ImportState state,
        Optional<Consent> consent,
        int total,
        int enrolled,
        int refused,
        int subjects,
        int secret,
        byte[] wrapped,
        String startedBy,
        Instant createdAt,
        Instant touchedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> picturesKeptUntil,
        int recent) {

    static final Duration PACE_WINDOW = Duration.ofSeconds(30);

    record Consent(String textVersion, ConsentChannel channel) {}

    static BulkImport of(ResultSet row) throws SQLException {
        String textVersion = row.getString("text_version");
        return new BulkImport(
                row.getObject("id", UUID.class),
                row.getString("gallery"),
                row.getObject("gallery_id", UUID.class),
                Optional.ofNullable(row.getString("name")),
                ImportState.valueOf(row.getString("state")),
                textVersion == null
                        ? Optional.empty()
                        : Optional.of(new Consent(textVersion, ConsentChannel.valueOf(row.getString("channel")))),
                row.getInt("total"),
                row.getInt("enrolled"),
                row.getInt("refused"),
                row.getInt("subjects"),
                row.getInt("secret"),
                row.getBytes("wrapped"),
                row.getString("started_by"),
                time(row, "created_at").orElseThrow(),
                time(row, "touched_at").orElseThrow(),
                time(row, "finished_at"),
                time(row, "pictures_kept_until"),
                row.getInt("recent"));
    }

    ImportView view(Instant now) {
        Optional<Double> pace = picturesPerSecond(now);
        int done = enrolled + refused;
        return new ImportView(
                id,
                gallery,
                name.orElse(null),
                state,
                total,
                done,
                enrolled,
                refused,
                subjects,
                pace.orElse(null),
                pace.filter(perSecond -> perSecond > 0)
                        .map(perSecond -> (long) Math.ceil((total - done) / perSecond))
                        .orElse(null),
                startedBy,
                createdAt,
                finishedAt.orElse(null),
                picturesKeptUntil.orElse(null));
    }

    /** Of the recent past only: who looks wants to know when it will be done, and pictures differ. */
    private Optional<Double> picturesPerSecond(Instant now) {
        if (state != ImportState.RUNNING) {
            return Optional.empty();
        }
        Instant windowBegin = now.minus(PACE_WINDOW);
        Duration window = Duration.between(touchedAt.isAfter(windowBegin) ? touchedAt : windowBegin, now);
        return Optional.of(recent * 1000.0 / Math.max(1000, window.toMillis()));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public String toString() {
        return "BulkImport[id=%s, state=%s]".formatted(id, state);
    }
}
