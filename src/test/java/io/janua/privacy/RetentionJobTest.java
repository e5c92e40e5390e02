package io.janua.privacy;

import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.putSubject;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.security.Acting;
import io.janua.support.Database;
import io.janua.support.Tenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the night brings, in every tenant. */
@QuarkusTest
class RetentionJobTest {

    private static final String DUE = "UPDATE subject SET last_used_at = now() - interval '4 years'"
            + " WHERE gallery_id IN (SELECT id FROM gallery WHERE name = ?)";

    @Inject
    RetentionJob job;

    @Inject
    RetentionService retention;

    @Test
    void isScheduledForThreeInTheMorningUtc() {
        assertThat(Database.query("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'retention'"
                        + " AND to_char(execution_time AT TIME ZONE 'UTC', 'HH24:MI') = '03:00'"
                        + " AND execution_time BETWEEN now() AND now() + interval '1 day'"))
                .isEqualTo(1);
    }

    @Test
    void erasesInEveryTenant() {
        var tenant = Tenants.newTenant();
        String theirs = "g-" + UUID.randomUUID();
        Tenants.newGallery(tenant, theirs);
        Tenants.enrolled(tenant, theirs, "alice", "person-0000/1.jpg");
        String ours = newGallery(Map.of("retentionDays", 100));
        putSubject(ours, "bob", "Bob").then().statusCode(201);
        Database.execute(DUE, theirs);
        Database.execute(DUE, ours);

        job.run(() -> true);

        assertThat(subjects(theirs)).isZero();
        assertThat(subjects(ours)).isZero();
        assertThat(Database.query(
                        "SELECT count(*) FROM audit_entry WHERE gallery = ? AND tenant_id = ?"
                                + " AND action = 'subject.erase' AND actor = 'system:retention'",
                        theirs,
                        tenant.id()))
                .isEqualTo(1);
    }

    @Test
    void endsEarlyWhenTheServiceStops_andGoesOnTheNextTime() {
        String gallery = newGallery(Map.of("retentionDays", 100));
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        Database.execute(DUE, gallery);

        job.run(() -> false);
        assertThat(subjects(gallery)).isEqualTo(1);

        job.run(() -> true);
        assertThat(subjects(gallery)).isZero();
    }

    @Test
    void galleriesThatARunDoesNotComeToAreNamed() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "first");
        Tenants.newGallery(tenant, "second");
        var answers = List.of(true, false).iterator();

        RetentionRun run = new Acting(tenant.id(), "system:test").call(() -> retention.run(answers::next));

        assertThat(run.galleries()).extracting(RetentionRun.InGallery::gallery).containsExactly("first");
        assertThat(run.notReached()).containsExactly("second");
    }

    private static long subjects(String gallery) {
        return Database.query(
                "SELECT count(*) FROM subject s JOIN gallery g ON g.id = s.gallery_id WHERE g.name = ?", gallery);
    }
}
