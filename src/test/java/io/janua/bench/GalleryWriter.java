package io.janua.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets people who do not exist come and go in the database, as other instances of the service would: through this one,
 * their pictures would take all of its processors.
 */
final class GalleryWriter {

    static final int CHANGES_A_SECOND = 50;

    /** Each erasure undoes an enrolment a second before it. */
    private static final int PRESENT = CHANGES_A_SECOND / 2;

    /** A copy of somebody who is enrolled, under other ids and with another template. */
    private static final String ENROL = """
            WITH original AS (
                SELECT t.* FROM template t JOIN gallery g ON g.id = t.gallery_id WHERE g.name = ? LIMIT 1
            ), person AS (
                INSERT INTO subject (id, tenant_id, gallery_id, external_id, attributes, status, created_at, updated_at)
                SELECT gen_random_uuid(), o.tenant_id, o.gallery_id, ?, '{}', 'ACTIVE', now(), now() FROM original o
                RETURNING id
            ), picture AS (
                INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, created_at)
                SELECT gen_random_uuid(), o.tenant_id, o.gallery_id, p.id, '{}', false, now() FROM original o, person p
                RETURNING id
            )
            INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, embedding, secret)
            SELECT gen_random_uuid(), o.tenant_id, o.gallery_id, p.id, s.id, o.model, CAST(? AS halfvec), o.secret
            FROM original o, person p, picture s""";

    private static final String ERASE = """
            DELETE FROM subject s USING gallery g
            WHERE g.tenant_id = s.tenant_id AND g.id = s.gallery_id AND g.name = ? AND s.external_id = ?""";

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Deque<String> present = new ArrayDeque<>();
    private final BenchDatabase database;
    private final String gallery;
    private final SearchSet strangers;
    private int changes;
    private long begin;
    private double seconds;
    private Connection connection;
    private PreparedStatement enrol;
    private PreparedStatement erase;

    GalleryWriter(BenchDatabase database, String gallery, SearchSet strangers) {
        this.database = database;
        this.gallery = gallery;
        this.strangers = strangers;
    }

    void start() {
        try {
            connection = database.connectAsOwner();
            enrol = connection.prepareStatement(ENROL);
            erase = connection.prepareStatement(ERASE);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        begin = System.nanoTime();
        thread.scheduleAtFixedRate(this::change, 0, 1000 / CHANGES_A_SECOND, TimeUnit.MILLISECONDS);
    }

    /** Of those that were done. */
    double perSecond() {
        return changes / seconds;
    }

    void stop() {
        if (thread.isShutdown()) {
            return;
        }
        thread.shutdown();
        try (Connection ending = connection) {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the database does not answer");
            }
            seconds = (System.nanoTime() - begin) / 1e9;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void change() {
        try {
            if (present.size() < PRESENT || changes % 2 == 0) {
                enrol("passer-by-" + changes);
            } else {
                erase(present.removeFirst());
            }
            changes++;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void enrol(String person) throws SQLException {
        // Beyond those who are in the gallery.
        float[] template = strangers.template(strangers.count() + changes);
        enrol.setString(1, gallery);
        enrol.setString(2, person);
        enrol.setString(3, Arrays.toString(template));
        enrol.executeUpdate();
        present.addLast(person);
    }

    private void erase(String person) throws SQLException {
        erase.setString(1, gallery);
        erase.setString(2, person);
        erase.executeUpdate();
    }
}
