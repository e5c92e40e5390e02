package io.janua.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.janua.bench.ServiceClient.Answer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A building with doors, groups, schedules and rules, and a gallery that fills up with people nobody has seen. */
final class BenchBuilding {

    static final String GALLERY = "building";

    private static final int DOORS = 20;
    private static final int GROUPS = 25;
    private static final int SCHEDULES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Copies of one subject under other ids, each with a template that points anywhere. */
    private static final List<String> FILL_UP = List.of("""
            CREATE TEMPORARY TABLE filler AS
            SELECT gen_random_uuid() AS subject, gen_random_uuid() AS sample, n FROM generate_series(1, %d) n""", """
            INSERT INTO subject (id, tenant_id, gallery_id, external_id, name, attributes, status, created_at, updated_at,
                last_used_at)
            SELECT f.subject, s.tenant_id, s.gallery_id, 'filler-' || f.n, NULL, s.attributes, s.status, now(), now(), now()
            FROM filler f, (SELECT * FROM subject LIMIT 1) s""", """
            INSERT INTO sample (id, tenant_id, gallery_id, subject_id, description, has_image, created_at)
            SELECT f.sample, s.tenant_id, s.gallery_id, f.subject, s.description, false, now()
            FROM filler f, (SELECT * FROM sample LIMIT 1) s""", """
            INSERT INTO template (id, tenant_id, gallery_id, subject_id, sample_id, model, embedding, secret)
            SELECT gen_random_uuid(), t.tenant_id, t.gallery_id, f.subject, f.sample, t.model,
                (SELECT l2_normalize(array_agg(random() - 0.5)::real[]::vector)
                    FROM generate_series(1, vector_dims(t.embedding::vector)) WHERE f.n > 0)::halfvec,
                t.secret
            FROM filler f, (SELECT * FROM template LIMIT 1) t""", """
            INSERT INTO access_group_member (tenant_id, gallery_id, group_id, subject_id, added_at)
            SELECT g.tenant_id, g.gallery_id, g.id, f.subject, now()
            FROM filler f JOIN access_group g ON g.name = 'group-' || mod(f.n, 25)""", "ANALYZE");

    private final ServiceClient client;

    BenchBuilding(ServiceClient client) {
        this.client = client;
    }

    /** The people are in one group each; some rules are for everyone, so that all may pass somewhere. */
    void furnish(List<String> people, int rules) {
        client.createGallery(GALLERY, Map.of("duplicates", "off"));
        people.forEach(person -> client.enroll(GALLERY, person, BenchPictures.enrolment(person)));
        var settings = Map.of("debounceSeconds", 0);
        IntStream.range(0, DOORS)
                .forEach(door -> create(
                        "points",
                        Map.of("name", door(door), "gallery", GALLERY, "kind", "door", "settings", settings)));
        IntStream.range(0, GROUPS)
                .forEach(group -> create("groups", Map.of("name", "group-" + group, "gallery", GALLERY)));
        var weekly = Map.of(
                "days",
                List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
                "from",
                "00:00",
                "until",
                "24:00");
        IntStream.range(0, SCHEDULES)
                .forEach(schedule -> create(
                        "schedules",
                        Map.of(
                                "name",
                                "schedule-" + schedule,
                                "timeZone",
                                "Europe/Berlin",
                                "weekly",
                                List.of(weekly))));
        IntStream.range(0, rules).forEach(this::createRule);
        for (int person = 0; person < people.size(); person++) {
            require(client.send(
                    "PUT",
                    "/v1/access/groups/group-%d/members/%s".formatted(person % GROUPS, people.get(person)),
                    "application/json",
                    bytes(Map.of())));
        }
    }

    void fillUp(BenchDatabase database, int people) {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            for (String sql : FILL_UP) {
                statement.execute(sql.formatted(people));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the gallery could not be filled up", failed);
        }
    }

    /** @param number chooses the door */
    Answer decide(int number, byte[] picture) {
        return client.send(
                "POST", "/v1/access/points/%s/decisions".formatted(door(number % DOORS)), "image/jpeg", picture);
    }

    /** @param body of the thing, without its place */
    Answer create(String things, Map<String, Object> body) {
        return require(client.send("POST", "/v1/access/" + things, "application/json", bytes(body)));
    }

    ServiceClient client() {
        return client;
    }

    static String door(int number) {
        return "door-" + number;
    }

    static byte[] bytes(Object json) {
        return JSON.valueToTree(json).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void createRule(int number) {
        create(
                "rules",
                Map.of(
                        "name",
                        "rule-" + number,
                        "gallery",
                        GALLERY,
                        "everyone",
                        number < DOORS,
                        "groups",
                        number < DOORS ? List.of() : List.of("group-" + number % GROUPS),
                        "points",
                        List.of(door(number % DOORS), door((number + 1) % DOORS)),
                        "schedule",
                        "schedule-" + number % SCHEDULES));
    }

    private static Answer require(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException("the service answered %d %s"
                    .formatted(answer.status(), answer.body().path("code").asText()));
        }
        return answer;
    }
}
