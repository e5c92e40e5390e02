package io.janua.enrollment.imports;

import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.newGallery;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.flat;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.security.Acting;
import io.janua.support.Database;
import io.janua.support.Imports;
import io.janua.support.TestArchive;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the rows of imports remember for the worker, beside what the API shows. */
@QuarkusTest
class ImportAttemptsTest {

    private static final String TENANT = "default";

    @Inject
    ImportRun run;

    @Inject
    ImportRows imports;

    @Inject
    ItemRows items;

    private static String ended() {
        String id = Imports.started(
                FIRST_KEY,
                newGallery(),
                TestArchive.of().with("bob/1.jpg", flat(400, 400, ".jpg")).bytes());
        Imports.ended(FIRST_KEY, id);
        return id;
    }

    /** As a process leaves it that went down with the picture. */
    private static void wentDownWithIt(String id, int times) {
        Database.execute("""
                UPDATE bulk_import_item SET outcome = 'WAITING', code = NULL, detail = NULL, remedy = NULL,
                    finished_at = NULL, attempts = %d WHERE import_id = ?""".formatted(times), UUID.fromString(id));
        Database.execute(
                "UPDATE bulk_import SET state = 'RUNNING', finished_at = NULL, refused = 0 WHERE id = ?",
                UUID.fromString(id));
    }

    private static long attempts(String id) {
        return Database.query(
                "SELECT attempts FROM bulk_import_item WHERE import_id = ? AND number = 1", UUID.fromString(id));
    }

    private <T> T asTenant(Supplier<T> work) {
        return new Acting(TENANT, "system:test")
                .call(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    @Test
    void eachAttemptIsWrittenDown() {
        String id = ended();

        assertThat(attempts(id)).isEqualTo(1);
    }

    @Test
    void aPictureThatTheServiceWentDownWithThreeTimesIsRefused() {
        String id = ended();
        wentDownWithIt(id, 2);
        run.goOn(TENANT, UUID.fromString(id), () -> false);
        assertThat(Imports.items(FIRST_KEY, id).getFirst()).containsEntry("code", "no_face");

        wentDownWithIt(id, 3);
        run.goOn(TENANT, UUID.fromString(id), () -> false);

        assertThat(Imports.items(FIRST_KEY, id).getFirst()).containsEntry("code", "file_unworkable");
        assertThat(attempts(id)).isEqualTo(3);
    }

    @Test
    void whatIsLeftAsItWasCountsNoAttempt() {
        String id = ended();
        wentDownWithIt(id, 0);

        asTenant(() -> items.take(UUID.fromString(id), 1));
        assertThat(attempts(id)).isEqualTo(1);
        asTenant(() -> {
            items.putBack(UUID.fromString(id), 1);
            return true;
        });

        assertThat(attempts(id)).isZero();
        Database.execute(
                "UPDATE bulk_import SET state = 'DONE', finished_at = now() WHERE id = ?", UUID.fromString(id));
    }

    @Test
    void keptPicturesAreCountedInBytes() {
        long before = asTenant(imports::keptBytes);

        ended();

        assertThat(asTenant(imports::keptBytes)).isGreaterThan(before);
    }

    @Test
    void duplicatesThatWereErasedMeanwhileAreNotWrittenDown() {
        String gallery = newGallery();
        enrolled(gallery, "there", synthetic(ALICE + "/1.jpg"));
        var there = new ItemRows.Duplicate("there", 0.9);
        var gone = new ItemRows.Duplicate("gone", 0.8);
        UUID id = UUID.fromString(Database.text("SELECT id::text FROM gallery WHERE name = '%s'".formatted(gallery)));

        assertThat(asTenant(() -> items.stillThere(id, List.of(there, gone)))).containsExactly(there);
    }
}
