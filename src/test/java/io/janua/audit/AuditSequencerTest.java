package io.janua.audit;

import static io.janua.support.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.janua.support.Tenants.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is signed on top of a tree that is not the one that was signed last. */
@QuarkusTest
class AuditSequencerTest {

    private static final String FLIPPED = "UPDATE audit_tile SET hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1)"
            + " WHERE tenant_id = ? AND level = 0 AND index = 0";

    @Inject
    AuditSequencer sequencer;

    private TestTenant tenant;

    @BeforeEach
    void aSignedLog() {
        tenant = Tenants.newTenant();
        AuditTrail.awaitPlaces(tenant.id());
    }

    @Test
    void anAlteredTile() {
        Database.execute(FLIPPED, tenant.id());

        refused();

        Database.execute(FLIPPED, tenant.id());
        AuditTrail.awaitPlaces(tenant.id());
    }

    @Test
    void anotherSize() {
        Database.execute("UPDATE audit_tree SET size = size - 1 WHERE tenant_id = ?", tenant.id());

        refused();

        Database.execute("UPDATE audit_tree SET size = size + 1 WHERE tenant_id = ?", tenant.id());
        AuditTrail.awaitPlaces(tenant.id());
    }

    @Test
    void aRemovedCheckpoint() {
        Database.execute("DELETE FROM audit_checkpoint WHERE tenant_id = ?", tenant.id());

        refused();

        // What cannot be placed any more would be tried, and complained of, until the end of all tests.
        Database.execute("DELETE FROM audit_entry WHERE tenant_id = ? AND leaf_index IS NULL", tenant.id());
    }

    private void refused() {
        long checkpoints = checkpoints();
        as(tenant.key())
                .contentType("application/json")
                .body("{\"name\": \"g\"}")
                .post("/v1/galleries");

        assertThatThrownBy(() -> sequencer.sequence(tenant.id())).hasMessageContaining("altered");

        assertThat(checkpoints()).isEqualTo(checkpoints);
        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE tenant_id = ? AND leaf_index IS NULL", tenant.id()))
                .isEqualTo(1);
    }

    private long checkpoints() {
        return Database.query("SELECT count(*) FROM audit_checkpoint WHERE tenant_id = ?", tenant.id());
    }
}
