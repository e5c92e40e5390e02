package io.janua.api;

import static io.janua.support.AccessApi.member;
import static io.janua.support.AccessApi.newGroup;
import static io.janua.support.AccessApi.newPoint;
import static io.janua.support.AccessApi.newRule;
import static io.janua.support.AccessApi.patch;
import static io.janua.support.AccessApi.post;
import static io.janua.support.AccessApi.put;
import static io.janua.support.Api.FIRST_KEY;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.enroll;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static io.janua.support.Api.putSubject;
import static io.janua.support.TestPictures.ALICE;
import static io.janua.support.TestPictures.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.janua.support.AuditTrail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, and who is in them. */
@QuarkusTest
class AccessGroupsTest {

    private String gallery;
    private String group;
    private String members;

    @BeforeEach
    void aGroup() {
        gallery = newGallery(Map.of("imageRetention", "crop"));
        group = newGroup(gallery);
        members = "/v1/access/groups/" + group + "/members";
    }

    @Test
    void aGroupCountsItsMembersAndRules() {
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        member(group, "alice");
        newRule(gallery, List.of(newPoint(gallery)), Map.of("groups", List.of(group)));
        newRule(
                gallery,
                List.of(newPoint(gallery)),
                Map.of("everyone", true, "demands", Map.of("escort", Map.of("group", group, "seconds", 30))));

        asAdmin()
                .get("/v1/access/groups/{g}", group)
                .then()
                .statusCode(200)
                .body("members", equalTo(1))
                .body("rules", equalTo(2))
                .body("gallery", equalTo(gallery));
        patch("/v1/access/groups/" + group, Map.of("description", "By night"))
                .then()
                .statusCode(200)
                .body("description", equalTo("By night"))
                .body("members", equalTo(1));
        asAdmin()
                .queryParam("gallery", gallery)
                .get("/v1/access/groups")
                .then()
                .body("items.name", contains(group))
                .body("items.members", contains(1));
    }

    @Test
    void aGroupThatARuleNamesCannotBeDeleted() {
        String rule = newRule(gallery, List.of(newPoint(gallery)), Map.of("groups", List.of(group)));
        String escort = newRule(
                gallery,
                List.of(newPoint(gallery)),
                Map.of("everyone", true, "demands", Map.of("escort", Map.of("group", group, "seconds", 30))));

        asAdmin()
                .delete("/v1/access/groups/{g}", group)
                .then()
                .statusCode(409)
                .body("code", equalTo("access_group_in_use"))
                .body("rules", contains(List.of(rule, escort).stream().sorted().toArray()));
        asAdmin().delete("/v1/access/rules/{r}", rule).then().statusCode(204);
        asAdmin().delete("/v1/access/rules/{r}", escort).then().statusCode(204);
        asAdmin().delete("/v1/access/groups/{g}", group).then().statusCode(204);
        asAdmin()
                .get("/v1/access/groups/{g}", group)
                .then()
                .statusCode(404)
                .body("code", equalTo("access_group_not_found"));
    }

    @Test
    void membersComeAndGoAndMayBeVisitors() {
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        enroll(gallery, "alice", synthetic(ALICE + "/1.jpg")).then().statusCode(201);

        put(FIRST_KEY, members + "/alice", Map.of("validUntil", "2030-01-01T00:00:00Z"))
                .then()
                .statusCode(201)
                .body("subject", equalTo("alice"))
                .body("validUntil", equalTo("2030-01-01T00:00:00Z"));
        // Without a body: a member for good.
        asAdmin().put(members + "/alice").then().statusCode(200).body("$", not(hasKey("validUntil")));
        asAdmin()
                .get(members)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("Alice"))
                .body("items[0].face", notNullValue())
                .body("items[0].addedAt", notNullValue());
        asAdmin().delete(members + "/alice").then().statusCode(204);
        asAdmin().delete(members + "/alice").then().statusCode(404).body("code", equalTo("access_member_not_found"));

        assertThat(AuditTrail.entries(FIRST_KEY, Map.of("gallery", gallery, "action", "access.member")))
                .extracting(entry -> entry.get("outcome"))
                .containsExactly("removed", "changed", "added");
    }

    @Test
    void whoIsNoSubjectOfTheGalleryBecomesNoMember() {
        String other = newGallery();
        putSubject(other, "bob", "Bob").then().statusCode(201);

        put(FIRST_KEY, members + "/bob", Map.of()).then().statusCode(404).body("code", equalTo("subject_not_found"));
        put(FIRST_KEY, members + "/" + "x".repeat(200), Map.of()).then().statusCode(404);
        put(
                        FIRST_KEY,
                        members + "/bob",
                        Map.of("validFrom", "2026-01-02T00:00:00Z", "validUntil", "2026-01-02T00:00:00Z"))
                .then()
                .statusCode(400)
                .body("field", equalTo("validUntil"));
        put(FIRST_KEY, members + "/bob", Map.of("validFrom", "tomorrow"))
                .then()
                .statusCode(400)
                .body("code", equalTo("body_invalid"));
    }

    @Test
    void manyComeAtOnceOrNobodyDoes() {
        for (String subject : List.of("alice", "bob", "carol")) {
            putSubject(gallery, subject, subject).then().statusCode(201);
        }
        member(group, "bob");

        post(members, Map.of("subjects", List.of("alice", "nobody", "bob", "a/b")))
                .then()
                .statusCode(422)
                .body("code", equalTo("access_reference_unknown"))
                .body("field", equalTo("subjects"))
                .body("names", contains("a/b", "nobody"));
        asAdmin().get(members).then().body("items.subject", contains("bob"));
        post(members, Map.of("subjects", List.of("alice", "bob", "carol", "alice")))
                .then()
                .statusCode(200)
                .body("added", equalTo(2));
        asAdmin().get(members).then().body("items.subject", contains("alice", "bob", "carol"));

        post(members, Map.of("subjects", List.of())).then().statusCode(400).body("field", equalTo("subjects"));
        post(
                        members,
                        Map.of(
                                "subjects",
                                IntStream.range(0, 501)
                                        .mapToObj("s-%d"::formatted)
                                        .toList()))
                .then()
                .statusCode(400)
                .body("field", equalTo("subjects"));
        post(members, "{\"subjects\": [null]}").then().statusCode(400).body("code", equalTo("validation_failed"));
    }

    @Test
    void membersArePaged() {
        List<String> subjects =
                IntStream.range(0, 7).mapToObj("s-%d"::formatted).toList();
        subjects.forEach(subject -> putSubject(gallery, subject, subject).then().statusCode(201));
        post(members, Map.of("subjects", subjects)).then().statusCode(200);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = asAdmin()
                    .queryParams("limit", 3, "cursor", cursor)
                    .get(members)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.subject"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(subjects);
    }

    @Test
    void anErasedSubjectIsNoMemberAnyMore() {
        putSubject(gallery, "alice", "Alice").then().statusCode(201);
        member(group, "alice");

        asAdmin().delete("/v1/galleries/{g}/subjects/alice", gallery).then().statusCode(200);

        asAdmin().get("/v1/access/groups/{g}", group).then().body("members", equalTo(0));
    }

    @Test
    void aKeyThatIsLimitedToGalleriesSeesNoGroupOfOthers() {
        String key = newKey(List.of("access.read", "access.write"), List.of(newGallery()));

        for (var refused : List.of(
                as(key).get("/v1/access/groups/{g}", group),
                as(key).get(members),
                as(key).delete("/v1/access/groups/{g}", group),
                as(key).delete(members + "/alice"),
                post(key, members, Map.of("subjects", List.of("alice"))))) {
            refused.then().statusCode(404).body("code", equalTo("access_group_not_found"));
        }
        as(key).get("/v1/access/groups").then().statusCode(200).body("items", hasSize(0));
        post(key, "/v1/access/groups", Map.of("name", "intruders", "gallery", gallery))
                .then()
                .statusCode(403)
                .body("code", equalTo("gallery_not_permitted"));
    }

    @Test
    void aNameIsTakenOnceAndIsAWord() {
        post("/v1/access/groups", Map.of("name", group, "gallery", gallery))
                .then()
                .statusCode(409)
                .body("code", equalTo("access_group_exists"));
        post("/v1/access/groups", Map.of("name", "Night shift", "gallery", gallery))
                .then()
                .statusCode(400)
                .body("field", equalTo("name"));
        post("/v1/access/groups", Map.of("name", "night"))
                .then()
                .statusCode(400)
                .body("field", equalTo("gallery"));
    }
}
