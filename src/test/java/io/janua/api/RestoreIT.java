package io.janua.api;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.janua.support.AuditTrail;
import io.janua.support.Database;
import io.janua.support.PackagedCommand;
import io.janua.support.ServiceInstance;
import io.janua.support.TestDatabase;
import io.janua.support.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal: what was backed up while it served is restored into empty databases, and the package started there. */
class RestoreIT {

    private static final String BACKUP = "io.janua.ops.backup.BackupCommand";
    private static final String OTHER_MASTER_KEY = "QW5vdGhlciB0ZXN0LW9ubHkgbWFzdGVyIGtleSwgMzI=";

    private static final TestDatabase SOURCE = new TestDatabase();
    private static final TestDatabase TARGET = new TestDatabase();
    private static final List<ServiceInstance> INSTANCES = new ArrayList<>();

    @TempDir
    static Path folder;

    private static String gallery;
    private static String keptCheckpoint;
    private static ServiceInstance restored;
    private static ServiceInstance withOtherKey;
    private static ServiceInstance onAlteredMigrations;

    @BeforeAll
    static void backUpAndRestore() throws Exception {
        Map<String, String> original = configuration(SOURCE);
        Path backup = folder.resolve("backup");
        try (var instance = ServiceInstance.begin("restore-original", original).awaitReady()) {
            instance.becomeUsual();
            gallery = newGallery();
            enrolled(gallery, "alice", synthetic(ALICE + "/1.jpg"));
            AuditTrail.awaitPlaces("default");
            keptCheckpoint = asAdmin().get("/v1/audit/checkpoints").path("items[0].note");
            PackagedCommand.run(BACKUP, original, "write", backup.toString());
        }
        // What is left where somebody has edited a migration, and where a newer version has migrated.
        Database.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '005'");
        onAlteredMigrations = begin("restore-altered", original);
        Map<String, String> target = configuration(TARGET);
        PackagedCommand.run(BACKUP, target, "restore", backup.toString());
        Database.execute("""
                INSERT INTO flyway_schema_history
                SELECT installed_rank + 1, '999', 'from a newer version', type, 'V999__from_a_newer_version.sql', 1,
                    installed_by, now(), 1, true
                FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1""");
        restored = begin("restore-restored", target);
        target.put("janua.secrets.master-key", OTHER_MASTER_KEY);
        withOtherKey = begin("restore-other-key", target);
        restored.awaitReady().becomeUsual();
    }

    @AfterAll
    static void stopped() throws InterruptedException {
        for (ServiceInstance instance : INSTANCES) {
            instance.close();
        }
        for (TestDatabase database : List.of(TARGET, SOURCE)) {
            database.stop();
        }
    }

    @Test
    void peopleAreStillRecognised() {
        identify(gallery, synthetic(ALICE + "/3.jpg"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("identified"))
                .body("subject", equalTo("alice"));
    }

    @Test
    void theAuditLogStillVerifiesAndGoesOn() {
        asAdmin().get("/v1/audit/checkpoints").then().body("items.note", hasItem(keptCheckpoint));
        AuditTrail.awaitPlaces("default");

        asAdmin().post("/v1/audit/verify").then().statusCode(200).body("intact", equalTo(true));
        assertThat(AuditTrail.export(FIRST_KEY)).isNotEmpty();
    }

    /** Of two versions at one database the older one may go on, and start. */
    @Test
    void aSchemaOfANewerVersionIsServed() {
        asAdmin().get("/v1/system").then().statusCode(200).body("database.schema", equalTo("999"));
    }

    @Test
    void anotherMasterKeyKeepsTheServiceFromStarting() throws IOException {
        assertThatThrownBy(withOtherKey::awaitReady).isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(Path.of("target/restore-other-key.log")))
                .contains("the secrets in this database were wrapped by the master key")
                .contains("set the right one");
    }

    @Test
    void migrationsThatAreNotThisVersionsKeepTheServiceFromStarting() throws IOException {
        assertThatThrownBy(onAlteredMigrations::awaitReady).isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(Path.of("target/restore-altered.log")))
                .contains("Migration checksum mismatch for migration version 005");
    }

    private static Map<String, String> configuration(TestDatabase database) {
        Map<String, String> configuration = new HashMap<>(database.start());
        configuration.put("janua.vision.store", TestModels.folder().toString());
        return configuration;
    }

    private static ServiceInstance begin(String name, Map<String, String> configuration) {
        var instance = ServiceInstance.begin(name, configuration);
        INSTANCES.add(instance);
        return instance;
    }
}
