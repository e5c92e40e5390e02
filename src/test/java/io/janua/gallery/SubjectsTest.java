package io.janua.gallery;

import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.security.Acting;
import io.janua.support.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the service writes down that somebody was recognised. */
@QuarkusTest
class SubjectsTest {

    @Inject
    Subjects subjects;

    private UUID alice;

    @BeforeEach
    void longUnused() {
        String gallery = newGallery();
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        alice = UUID.fromString(
                Database.text("SELECT s.id FROM subject s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = '%s'"
                        .formatted(gallery)));
        forgetUse();
    }

    @Test
    void aUseThatWasRolledBackIsWrittenByTheNextOne() {
        as(() -> {
            QuarkusTransaction.begin();
            subjects.used(alice);
            QuarkusTransaction.rollback();
        });
        assertThat(usedNow()).isFalse();

        as(() -> subjects.used(alice));
        assertThat(usedNow()).isTrue();
    }

    @Test
    void aUseIsWrittenOnce() {
        as(() -> subjects.used(alice));
        forgetUse();

        as(() -> subjects.used(alice));

        assertThat(usedNow()).isFalse();
    }

    private static void as(Runnable work) {
        new Acting("default", "system:test").run(work);
    }

    private void forgetUse() {
        Database.execute("UPDATE subject SET last_used_at = now() - interval '1 year' WHERE id = ?", alice);
    }

    private boolean usedNow() {
        return Database.query(
                        "SELECT count(*) FROM subject WHERE id = ? AND last_used_at > now() - interval '1 hour'", alice)
                == 1;
    }
}
