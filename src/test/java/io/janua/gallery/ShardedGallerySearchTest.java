package io.janua.gallery;

import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.enrolled;
import static io.janua.support.Api.identify;
import static io.janua.support.Api.putSubject;
import static io.janua.support.Api.verify;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.BOB;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.gallery.resident.GalleryKey;
import io.janua.gallery.resident.ResidentGalleries;
import io.janua.support.Api;
import io.janua.support.Database;
import io.janua.support.Shards;
import io.janua.support.Tenants;
import io.janua.vision.Embedding;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Templates on three other servers: the same answers as from one, and a clear refusal where one of them is lost. */
@QuarkusTest
class ShardedGallerySearchTest extends StoredGallerySearchContract {

    private static final byte[] FACE = synthetic(ALICE + "/1.jpg");
    private static final byte[] AGAIN = synthetic(ALICE + "/3.jpg");
    private static final int PEOPLE = 300;
    private static final int PROBES = 40;

    private static Shards shards;

    @Inject
    ResidentGalleries residents;

    private final Random random = new Random(7);

    @Override
    GallerySearch search() {
        return search;
    }

    @BeforeAll
    static void spread() {
        shards = Shards.spread();
    }

    @AfterAll
    static void gather() {
        if (shards != null) {
            shards.close();
        }
    }

    @Test
    void theShardsAnswerAsOneServerDoes() {
        GalleryRef gallery = aGalleryOfAllSorts();
        List<Embedding> probes = Stream.generate(this::anybody).limit(PROBES).toList();
        List<SearchResult> sharded = answers(gallery, probes);
        assertThat(IntStream.range(0, shards.count()).mapToLong(shards::templates))
                .allSatisfy(templates -> assertThat(templates).isGreaterThan(PEOPLE / 5));

        List<SearchResult> single;
        gather();
        try {
            single = answers(gallery, probes);
        } finally {
            spread();
        }

        assertThat(single).allSatisfy(found -> assertThat(found.ranked()).hasSize(5));
        assertThat(sharded).isEqualTo(single);
        assertThat(answers(gallery, probes)).isEqualTo(single);
    }

    @Test
    void aCopyProposesAndTheShardsDecide() {
        GalleryRef gallery = aGalleryOfAllSorts();
        List<Embedding> probes = Stream.generate(this::anybody).limit(PROBES).toList();
        List<SearchResult> scanned = answers(gallery, probes);
        var key = new GalleryKey("default", gallery.id(), gallery.model());
        residents.searched(key, Long.MAX_VALUE);
        await().until(() -> residents.ready(key).isPresent());

        assertThat(answers(gallery, probes)).isEqualTo(scanned);

        Embedding probe = probes.getFirst();
        UUID nearest = scanned.getFirst().ranked().getFirst().id();
        addTemplate(gallery, addSubject(gallery, "new", SubjectStatus.ACTIVE, null, null), probe);
        Database.execute("DELETE FROM subject WHERE id = ?", nearest);
        SearchResult changed = search().nearest(gallery, probe, 5);
        assertThat(changed.ranked().getFirst().subject()).isEqualTo("new");
        assertThat(changed.ranked()).extracting(Candidate::id).doesNotContain(nearest);
    }

    @Test
    void theShardsScoreTogetherWhomACopyProposes() {
        String plan = String.join("\n", Database.texts("""
                EXPLAIN SELECT t.subject_id, max(-(t.embedding <#> (SELECT CAST('[1,0]' AS halfvec)))) FROM template t
                WHERE t.tenant_id = 'default' AND t.gallery_id = '%1$s' AND t.model = 'm'
                    AND t.subject_id = ANY (ARRAY(SELECT unnest(CAST('{%1$s}' AS uuid[]))))
                GROUP BY t.subject_id""".formatted(UUID.randomUUID())));

        assertThat(plan).containsPattern("(?s)(Async Foreign Scan.*Aggregate on \\(template_\\d.*){3}");
    }

    @Test
    void theShardsScoreTogetherAndSendOneRowASubject() {
        String plan = String.join("\n", Database.texts("""
                EXPLAIN SELECT t.subject_id, max(-(t.embedding <#> (SELECT CAST('[1,0]' AS halfvec)))) FROM template t
                WHERE t.tenant_id = 'default' AND t.gallery_id = '%s' AND t.model = 'm' GROUP BY t.subject_id""".formatted(UUID.randomUUID())));

        assertThat(plan).containsPattern("(?s)(Async Foreign Scan.*Aggregate on \\(template_\\d.*){3}");
    }

    @Test
    void whoIsEnrolledIsFoundAtOnceAndWhoIsErasedIsGone() {
        String gallery = Api.newGallery();
        enrolled(gallery, "alice", FACE);
        identify(gallery, AGAIN).then().statusCode(200).body("subject", equalTo("alice"));
        String face =
                enroll(gallery, "alice", AGAIN).then().statusCode(201).extract().path("id");

        asAdmin()
                .delete("/v1/galleries/{g}/subjects/alice/faces/{f}", gallery, face)
                .then()
                .statusCode(204);
        assertThat(templatesOf(gallery)).isEqualTo(1);

        asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(200);
        identify(gallery, AGAIN).then().body("outcome", equalTo("unknown")).body("candidates", hasSize(0));
        assertThat(templatesOf(gallery)).isZero();
    }

    @Test
    void everyChangeIsInTheLog() {
        String gallery = Api.newGallery();
        enrolled(gallery, "alice", FACE);
        asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(200);

        assertThat(Database.query("""
                SELECT count(*) FROM template_change c JOIN gallery g ON g.id = c.gallery_id WHERE g.name = ?""", gallery)).isGreaterThanOrEqualTo(2);
    }

    /** A shard has committed, and the coordinator did not come to it. */
    @Test
    void whatACrashLeavesIsSweptWhenNoEnrolmentCanWantItAnyMore() {
        String gallery = UUID.randomUUID().toString();
        long before = shards.templates(0);
        for (Instant at : List.of(Instant.now(), Instant.now().minus(Duration.ofHours(2)))) {
            shards.execute(0, """
                    INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, secret, embedding)
                    VALUES ('%s', 'default', '%s', gen_random_uuid(), gen_random_uuid(), 'm', 1, '[1]')""".formatted(version7(at), gallery));
        }

        assertThat(Database.query("SELECT sharding.sweep()")).isEqualTo(1);
        assertThat(shards.templates(0)).isEqualTo(before + 1);
        shards.execute(0, "DELETE FROM template WHERE gallery_id = '%s'".formatted(gallery));
    }

    private static UUID version7(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L | 1);
    }

    @Test
    void aTenantIsRekeyedAcrossTheShards() {
        var tenant = Tenants.newTenant();
        Tenants.newGallery(tenant, "staff");
        Tenants.enrolled(tenant, "staff", "alice", ALICE + "/1.jpg");
        Tenants.enrolled(tenant, "staff", "bob", BOB + "/1.jpg");

        String rekeying = Api.as(tenant.key()).post("/v1/rekeyings").path("id");

        await().until(() -> Api.as(tenant.key())
                .get("/v1/rekeyings/{id}", rekeying)
                .<String>path("state")
                .equals("done"));
        Api.as(tenant.key())
                .contentType("image/jpeg")
                .body(AGAIN)
                .post("/v1/galleries/staff/identify")
                .then()
                .body("subject", equalTo("alice"));
    }

    @Test
    void aLostShardIsARefusalAndNeverAnUnknownPerson() {
        String gallery = Api.newGallery();
        enrolled(gallery, "alice", FACE);
        int holds = shards.of(gallery, "alice");
        try {
            shards.cut((holds + 1) % shards.count());
            identify(gallery, AGAIN)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("template_shard_unavailable"));
            // Whom it is about is known, so only one shard is asked.
            verify(gallery, "alice", AGAIN).then().statusCode(200);

            shards.cut(holds);
            verify(gallery, "alice", AGAIN).then().statusCode(503).body("code", equalTo("template_shard_unavailable"));
            enroll(gallery, "alice", AGAIN).then().statusCode(503).body("code", equalTo("template_shard_unavailable"));
            asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(503);
            // What needs no template goes on.
            putSubject(gallery, "bob", "Bob").then().statusCode(201);
        } finally {
            shards.restore();
        }
        identify(gallery, AGAIN).then().statusCode(200).body("subject", equalTo("alice"));
        asAdmin().get("/v1/galleries/{g}/subjects/alice/faces", gallery).then().body("items", hasSize(1));
    }

    /** Suspended, not valid yet, not valid any more, and some with several faces. */
    private GalleryRef aGalleryOfAllSorts() {
        GalleryRef gallery = newGallery();
        Database.execute(
                """
                WITH person AS (
                    INSERT INTO subject (id, tenant_id, gallery_id, external_id, attributes, status, valid_from,
                        valid_until, created_at, updated_at)
                    SELECT gen_random_uuid(), 'default', ?, 's' || i, '{}',
                        CASE WHEN i % 5 = 0 THEN 'SUSPENDED' ELSE 'ACTIVE' END,
                        CASE WHEN i % 7 = 0 THEN now() + interval '1 hour' END,
                        CASE WHEN i % 7 = 1 THEN now() - interval '1 hour' END, now(), now()
                    FROM generate_series(1, ?) i
                    RETURNING *
                ), face AS (
                    INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, created_at)
                    SELECT gen_random_uuid(), tenant_id, gallery_id, id, '{}', false, now()
                    FROM person, generate_series(0, substr(external_id, 2)::integer % 3)
                    RETURNING *
                )
                INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, secret, embedding)
                SELECT gen_random_uuid(), tenant_id, gallery_id, subject_id, id, ?, ?,
                    l2_normalize((SELECT array_agg(random() - 0.5)::real[]::vector::halfvec
                        FROM generate_series(1, 128) WHERE face.id IS NOT NULL))
                FROM face""",
                gallery.id(), PEOPLE, MODEL, protection.forStorage(anybody()).secret());
        return gallery;
    }

    private List<SearchResult> answers(GalleryRef gallery, List<Embedding> probes) {
        return probes.stream().map(probe -> search().nearest(gallery, probe, 5)).toList();
    }

    private Embedding anybody() {
        float[] values = new float[128];
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            square += values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= (float) Math.sqrt(square);
        }
        return new Embedding(MODEL, values);
    }

    private static long templatesOf(String gallery) {
        return Database.query(
                "SELECT count(*) FROM template t JOIN gallery g ON g.id = t.gallery_id WHERE g.name = ?", gallery);
    }
}
