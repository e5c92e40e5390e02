package io.janua.enrollment.imports;

import io.janua.database.Sql;
import io.janua.gallery.GalleryRef;
import io.janua.privacy.ImportHoldings;
import io.janua.problem.ProblemCode;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells of what imports hold of people, for reports on privacy and for the people themselves. */
@ApplicationScoped
class HeldFiles implements ImportHoldings {

    /** Files that may show somebody else than whom they came for. */
    private static final Set<ProblemCode> IN_DOUBT =
            EnumSet.of(ProblemCode.DUPLICATE_FACE, ProblemCode.SUBJECT_AMBIGUOUS);

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String COUNT = """
            SELECT b.gallery_id, count(*) FROM bulk_import b
            JOIN bulk_import_picture p ON p.tenant_id = b.tenant_id AND p.import_id = b.id
            WHERE b.tenant_id = ? AND b.gallery_id = ANY (?) AND b.secret IS NOT NULL
            GROUP BY b.gallery_id""";

    private static final String FILES = """
            SELECT i.import_id, i.number, i.file, i.outcome, i.code, b.created_at, b.pictures_kept_until,
                b.secret IS NOT NULL AND EXISTS (SELECT FROM bulk_import_picture p
                    WHERE p.tenant_id = i.tenant_id AND p.import_id = i.import_id AND p.number = i.number) AS pictured
            FROM bulk_import_item i JOIN bulk_import b ON b.tenant_id = i.tenant_id AND b.id = i.import_id
            WHERE i.tenant_id = ? AND i.subject = ? AND b.gallery_id = ? AND (i.import_id, i.number) > (?, ?)
            ORDER BY i.import_id, i.number LIMIT ?""";

    private final Sql sql;
    private final CurrentTenant tenant;
    private final ImportRows imports;
    private final ItemRows items;
    private final ImportKeys keys;

    HeldFiles(Sql sql, CurrentTenant tenant, ImportRows imports, ItemRows items, ImportKeys keys) {
        this.sql = sql;
        this.tenant = tenant;
        this.imports = imports;
        this.items = items;
        this.keys = keys;
    }

    private record Count(UUID gallery, long pictures) {}

    @Override
    @Transactional
    public Map<UUID, Long> pictures(Collection<UUID> galleries) {
        return sql
                .query(
                        COUNT,
                        row -> new Count(row.getObject(1, UUID.class), row.getLong(2)),
                        tenant.id(),
                        new Sql.Array("uuid", galleries.toArray()))
                .stream()
                .collect(Collectors.toMap(Count::gallery, Count::pictures));
    }

    @Override
    @Transactional
    public List<HeldFile> files(GalleryRef gallery, String subject, Optional<HeldFile> after, int limit) {
        return sql.query(
                FILES,
                HeldFiles::file,
                tenant.id(),
                subject,
                gallery.id(),
                after.map(HeldFile::bulkImport).orElse(BEFORE_ALL),
                after.map(HeldFile::number).orElse(0),
                limit);
    }

    @Override
    @Transactional
    public Optional<HeldPicture> picture(HeldFile file) {
        return imports.find(file.bulkImport())
                .filter(found -> found.secret() != 0)
                .flatMap(found -> items.picture(found.id(), file.number())
                        .map(kept -> keys.open(found).decrypt(kept, keys.context(found.id(), file.number()))))
                .map(content -> new HeldPicture(
                        content, FileKind.of(content).mediaType().orElseThrow()));
    }

    private static HeldFile file(ResultSet row) throws SQLException {
        Optional<ProblemCode> code = Optional.ofNullable(row.getString("code")).map(ProblemCode::valueOf);
        return new HeldFile(
                row.getObject("import_id", UUID.class),
                row.getInt("number"),
                row.getString("file"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome").toLowerCase(Locale.ROOT),
                code.map(ProblemCode::wireName).orElse(null),
                instant(row.getObject("pictures_kept_until", OffsetDateTime.class)),
                row.getBoolean("pictured") && code.filter(IN_DOUBT::contains).isEmpty());
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
