package io.janua.enrollment.imports;

import com.google.crypto.tink.Aead;
import io.janua.database.Sql;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.SubjectCipher;
import io.janua.security.secrets.TenantKeyset;
import io.janua.security.secrets.TenantSecret;
import io.janua.security.secrets.TenantSecrets;
import io.janua.security.secrets.WrappedKeys;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The key of each import, under which its pictures wait. */
@ApplicationScoped
class ImportKeys implements WrappedKeys {

    private static final int BATCH = 100;

    private final Sql sql;
    private final TenantSecrets secrets;
    private final CurrentTenant tenant;

    ImportKeys(Sql sql, TenantSecrets secrets, CurrentTenant tenant) {
        this.sql = sql;
        this.secrets = secrets;
        this.tenant = tenant;
    }

    /**
     * A new key.
     *
     * @param secret id of the tenant's secret that wraps it
     */
    record Fresh(SubjectCipher cipher, int secret, byte[] wrapped) {}

    private record Wrapped(UUID id, byte[] key) {}

    Fresh create(UUID bulkImport) {
        var cipher = SubjectCipher.generate();
        var newest = secrets.newest(tenant.id(), Purpose.SUBJECTS);
        return new Fresh(cipher, newest.id(), cipher.wrap(opened(newest), tenant.id(), bulkImport));
    }

    SubjectCipher open(BulkImport of) {
        var wrapping = secrets.inForce(tenant.id(), Purpose.SUBJECTS, of.secret());
        return SubjectCipher.unwrap(of.wrapped(), opened(wrapping), tenant.id(), of.id());
    }

    /** What a sealed picture is bound to. */
    String context(UUID bulkImport, int number) {
        return "import-picture|%s|%s|%d".formatted(tenant.id(), bulkImport, number);
    }

    @Override
    public long count() {
        return sql.query(
                        "SELECT count(*) FROM bulk_import WHERE tenant_id = ? AND secret IS NOT NULL",
                        row -> row.getLong(1),
                        tenant.id())
                .getFirst();
    }

    @Override
    public int rewrapBatch(TenantSecret old) {
        List<Wrapped> batch = sql.query(
                "SELECT id, wrapped FROM bulk_import WHERE tenant_id = ? AND secret = ? ORDER BY id LIMIT ? FOR UPDATE",
                row -> new Wrapped(row.getObject(1, UUID.class), row.getBytes(2)),
                tenant.id(),
                old.id(),
                BATCH);
        var newest = secrets.newest(tenant.id(), Purpose.SUBJECTS);
        for (Wrapped wrapped : batch) {
            var cipher = SubjectCipher.unwrap(wrapped.key(), opened(old), tenant.id(), wrapped.id());
            sql.update(
                    "UPDATE bulk_import SET secret = ?, wrapped = ? WHERE tenant_id = ? AND id = ?",
                    newest.id(),
                    cipher.wrap(opened(newest), tenant.id(), wrapped.id()),
                    tenant.id(),
                    wrapped.id());
        }
        return batch.size();
    }

    private Aead opened(TenantSecret secret) {
        return TenantKeyset.open(secrets.open(secret));
    }
}
