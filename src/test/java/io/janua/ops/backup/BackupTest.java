package io.janua.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.db.RehearsalDatabase;
import io.janua.ops.offline.Installation;
import io.janua.security.secrets.MasterKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final String KEY = key((byte) 1);
    private static final String OTHER_KEY = key((byte) 2);
    private static final byte[] ACCOUNTS = "who may sign in".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static RehearsalDatabase source;
    private static Path backup;
    private static Manifest manifest;

    private RehearsalDatabase target;

    @BeforeAll
    static void aBackupOfTwoTenants() throws Exception {
        source = RehearsalDatabase.create();
        source.migrateTo("001");
        source.addRowsOf("V001");
        source.migrateTo("latest");
        for (int version = 2; version <= 7; version++) {
            source.addRowsOf("V%03d".formatted(version));
        }
        source.column(
                "WITH known AS (UPDATE tenant_secret SET master_key = ? RETURNING master_key) SELECT * FROM known",
                MasterKey.fromBase64(KEY).id());
        backup = folder.resolve("backups").resolve("first");
        Path accounts = Files.write(folder.resolve("accounts"), ACCOUNTS);
        manifest = new Backup(installation(source, KEY)).writeTo(backup, Optional.of(accounts));
    }

    @AfterAll
    static void dropSource() {
        source.close();
    }

    @AfterEach
    void dropTarget() {
        if (target != null) {
            target.close();
        }
    }

    @Test
    void restore_bringsEveryRowOfEveryTenantAndEveryWall() throws Exception {
        restore(KEY, backup);

        for (String table : List.of("subject", "template", "tenant_secret", "audit_entry", "api_key", "hook")) {
            String rows = "SELECT to_jsonb(t)::text FROM %s t ORDER BY 1".formatted(table);
            assertThat(target.column(rows))
                    .as(table)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .isEqualTo(source.column(rows));
        }
        String walls = "SELECT concat_ws(' ', tablename, policyname, permissive, cmd, qual, with_check)"
                + " FROM pg_policies WHERE schemaname = 'public' ORDER BY 1";
        assertThat(target.column(walls)).isNotEmpty().isEqualTo(source.column(walls));
        String rights = "SELECT concat_ws(' ', relname, relkind, relrowsecurity, relacl) FROM pg_class"
                + " WHERE relnamespace = 'public'::regnamespace ORDER BY 1";
        assertThat(target.column(rights)).isNotEmpty().isEqualTo(source.column(rights));
    }

    @Test
    void restore_leavesOutWhatBelongsToTheServerThatRan() throws Exception {
        restore(KEY, backup);

        assertThat(source.column("SELECT count(*)::text FROM template_change")).isNotEqualTo(List.of("0"));
        assertThat(target.column("SELECT count(*)::text FROM template_change")).containsExactly("0");
    }

    @Test
    void restore_thatNothingIsMissingFromCanBeMigratedFurther() throws Exception {
        restore(KEY, backup);

        target.migrateTo("latest");
    }

    @Test
    void restore_refusesAnotherMasterKeyBeforeItChangesAnything() {
        assertThatThrownBy(() -> restore(OTHER_KEY, backup))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(MasterKey.fromBase64(KEY).id())
                .hasMessageContaining(MasterKey.fromBase64(OTHER_KEY).id());
        assertThat(tables(target)).isEmpty();
    }

    @Test
    void restore_refusesADatabaseThatIsNotEmpty() {
        target().migrateTo("001");

        assertThatThrownBy(() -> restore(KEY, backup))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not empty");
        assertThat(target.column("SELECT id FROM tenant")).containsExactly("default");
    }

    @Test
    void restore_refusesWhatIsDamaged() throws IOException {
        Path damaged = copy("damaged");
        Files.write(damaged.resolve(BackupFolder.DATABASE), new byte[] {1}, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> restore(KEY, damaged))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(BackupFolder.DATABASE);
        assertThat(tables(target)).isEmpty();
    }

    @Test
    void restore_refusesAManifestThatNobodyWithTheKeyHasWritten() throws IOException {
        Path forged = copy("forged");
        Path file = forged.resolve(Manifest.FILE);
        Files.writeString(file, Files.readString(file).replace("\"acme\"", "\"evil\""));

        assertThatThrownBy(() -> restore(KEY, forged))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("changed since");
        assertThat(tables(target)).isEmpty();
    }

    /** As a killed pg_restore leaves it, or a connection that breaks: the server gives all of it up. */
    @Test
    void restore_thatFailsHalfWayLeavesNothing() throws Exception {
        Path cut = copy("cut");
        Path dump = cut.resolve(BackupFolder.DATABASE);
        byte[] whole = Files.readAllBytes(dump);
        Files.write(dump, Arrays.copyOf(whole, whole.length * 9 / 10));
        var folder = BackupFolder.at(cut);
        folder.write(withPart(folder.describe(BackupFolder.DATABASE)), new Seal(MasterKey.fromBase64(KEY)));

        assertThatThrownBy(() -> restore(KEY, cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pg_restore");
        assertThat(tables(target)).isEmpty();
    }

    @Test
    void whatTheIdentityProviderKeepsIsClosedByTheMasterKey() throws Exception {
        assertThat(new String(Files.readAllBytes(backup.resolve(BackupFolder.KEYCLOAK)), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(ACCOUNTS, StandardCharsets.US_ASCII));
        Path accounts = folder.resolve("accounts-restored");

        new Restoration(installation(target(), KEY)).restore(backup, Optional.of(accounts));

        assertThat(accounts).hasBinaryContent(ACCOUNTS);
    }

    @Test
    void restore_opensNoPartThatTheManifestDoesNotName() throws Exception {
        Path slipped = copy("slipped");
        var folder = BackupFolder.at(slipped);
        folder.write(withPart(folder.describe(BackupFolder.DATABASE)), new Seal(MasterKey.fromBase64(KEY)));
        Path accounts = BackupTest.folder.resolve("accounts-slipped");

        new Restoration(installation(target(), KEY)).restore(slipped, Optional.of(accounts));

        assertThat(accounts).doesNotExist();
        assertThat(tables(target)).isNotEmpty();
    }

    @Test
    void restore_leavesNoCopyOfTheBackupBehind() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));

        new Restoration(installation(target(), KEY), place).restore(backup, Optional.empty());

        assertThat(place).isEmptyDirectory();
    }

    @Test
    void restore_refusesBeforeItChangesAnything_whereThereIsNoRoomForACopy() {
        Path place = folder;
        var endless = new Manifest.Part(BackupFolder.DATABASE, Long.MAX_VALUE >> 1, "");

        assertThatThrownBy(() -> PrivateCopy.of(BackupFolder.at(backup), List.of(endless), place))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("TMPDIR");
    }

    /** It is in the database then: nobody may read that nothing was restored. */
    @Test
    void restore_ofWhatTurnsOutToBeSomethingElse_hasAnExitCodeOfItsOwn() throws Exception {
        Path doubtful = copy("doubtful");
        var folder = BackupFolder.at(doubtful);
        Map<String, Long> rows = new HashMap<>(manifest.rows());
        rows.merge("subject", 1L, Long::sum);
        folder.write(with(rows, folder.describe(BackupFolder.DATABASE)), new Seal(MasterKey.fromBase64(KEY)));
        var installation = installation(target(), KEY);
        var said = new ByteArrayOutputStream();
        var err = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new BackupCommand(() -> installation, err, err).run(List.of("restore", doubtful.toString()));

        assertThat(code).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("not what the manifest says");
        assertThat(tables(target)).isNotEmpty();
    }

    @Test
    void settingsThatCannotBeReadAreToldInASentence() {
        var said = new ByteArrayOutputStream();
        var err = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new BackupCommand(
                        () -> {
                            throw new IllegalStateException("JANUA_DB_PASSWORD_FILE names nothing.");
                        },
                        err,
                        err)
                .run(List.of("check", backup.toString()));

        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("JANUA_DB_PASSWORD_FILE names nothing.");
    }

    @Test
    void backup_saysWhichPgDumpWroteIt() {
        assertThat(manifest.dumpedBy()).isGreaterThanOrEqualTo(manifest.serverMajor());
        assertThat(manifest.part(BackupFolder.KEYCLOAK)).isPresent();
    }

    @Test
    void backup_holdsNoMasterKeyAndIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rwx------");
        try (var files = Files.list(backup)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(KEY));
        }
        assertThat(manifest.masterKeys())
                .containsExactly(MasterKey.fromBase64(KEY).id());
        assertThat(manifest.rowsOf("subject"))
                .isEqualTo(Long.parseLong(
                        source.column("SELECT count(*)::text FROM subject").getFirst()));
        assertThat(manifest.logs()).extracting(Manifest.LogHead::tenant).contains("acme", "globex");
    }

    @Test
    void backup_isNotMadeWithAnotherMasterKeyAndLeavesNothing() {
        Path useless = folder.resolve("useless");

        assertThatThrownBy(() -> new Backup(installation(source, OTHER_KEY)).writeTo(useless, Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("set it");
        assertThat(useless).doesNotExist();
    }

    /** The role that serves sees one tenant's rows at most: half a backup would look like a whole one. */
    @Test
    void backup_isNotMadeByARoleThatRowSecurityConcerns() {
        Map<String, String> settings = new HashMap<>(source.settings());
        settings.put("quarkus.flyway.username", settings.get("quarkus.datasource.username"));
        settings.put("quarkus.flyway.password", settings.get("quarkus.datasource.password"));
        settings.put("janua.secrets.master-key", KEY);
        Path half = folder.resolve("half");

        assertThatThrownBy(() -> new Backup(Installation.configured(settings)).writeTo(half, Optional.empty()))
                .hasMessageContaining("row-level security");
        assertThat(half).doesNotExist();
        assertThat(half.resolveSibling("half.unfinished")).doesNotExist();
    }

    @Test
    void backup_overwritesNone() {
        assertThatThrownBy(() -> new Backup(installation(source, KEY)).writeTo(backup, Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("exists");
    }

    private void restore(String key, Path from) throws Exception {
        new Restoration(installation(target(), key)).restore(from, Optional.empty());
    }

    /** Empty, until this test does something to it. */
    private RehearsalDatabase target() {
        if (target == null) {
            target = RehearsalDatabase.create();
        }
        return target;
    }

    private static Installation installation(RehearsalDatabase database, String key) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("janua.secrets.master-key", key);
        return Installation.configured(settings);
    }

    private static List<String> tables(RehearsalDatabase database) {
        return database.column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    }

    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (var files = Files.list(backup)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static Manifest withPart(Manifest.Part database) {
        return with(manifest.rows(), database);
    }

    private static Manifest with(Map<String, Long> rows, Manifest.Part database) {
        return new Manifest(
                manifest.format(),
                manifest.takenAt(),
                manifest.janua(),
                manifest.schema(),
                manifest.postgres(),
                manifest.dumpedBy(),
                manifest.pgvector(),
                manifest.serviceRole(),
                manifest.masterKeys(),
                rows,
                manifest.logs(),
                List.of(database));
    }

    private static String key(byte of) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, of);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
