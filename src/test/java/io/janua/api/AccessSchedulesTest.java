package io.janua.api;

import static io.janua.support.AccessApi.newPoint;
import static io.janua.support.AccessApi.newRule;
import static io.janua.support.AccessApi.newSchedule;
import static io.janua.support.AccessApi.patch;
import static io.janua.support.AccessApi.post;
import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newGallery;
import static io.janua.support.Api.newKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When rules hold. What their times mean is told in ScheduleTest. */
@QuarkusTest
class AccessSchedulesTest {

    @Test
    void aScheduleIsShownAsItWasWritten() {
        String name = "hours-" + UUID.randomUUID();
        post("/v1/access/schedules", """
                        {"name": "%s", "timeZone": "America/New_York",
                         "weekly": [{"days": ["monday", "friday"], "from": "22:00", "until": "06:00"}],
                         "specialDays": [{"name": "Independence Day", "date": "2026-07-04", "repeats": "FREQ=YEARLY"}]}""".formatted(name)).then().statusCode(201);

        asAdmin()
                .get("/v1/access/schedules/{s}", name)
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("America/New_York"))
                .body("weekly[0].days", contains("monday", "friday"))
                .body("weekly[0].from", equalTo("22:00"))
                .body("specialDays[0].repeats", equalTo("FREQ=YEARLY"))
                .body("specialDays[0].periods", hasSize(0))
                .body("rules", equalTo(0));
        asAdmin().queryParam("limit", 500).get("/v1/access/schedules").then().body("items.name", hasItem(name));
        patch("/v1/access/schedules/" + name, "{\"weekly\": null, \"description\": \"Holidays only\"}")
                .then()
                .statusCode(200)
                .body("weekly", hasSize(0))
                .body("specialDays", hasSize(1))
                .body("description", equalTo("Holidays only"));
    }

    @Test
    void itsPeriodsAreInstants() {
        String schedule = newSchedule();
        patch(
                        "/v1/access/schedules/" + schedule,
                        "{\"specialDays\": [{\"name\": \"Fair\", \"date\": \"2026-10-26\","
                                + " \"periods\": [{\"from\": \"10:00\", \"until\": \"24:00\"}]}]}")
                .then()
                .statusCode(200);

        // Monday the 19th is in summer time; the clocks go back on Sunday the 25th.
        periods(schedule, "2026-10-19", "2026-10-28")
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Berlin"))
                .body(
                        "periods.from",
                        contains(
                                "2026-10-19T06:00:00Z",
                                "2026-10-20T06:00:00Z",
                                "2026-10-26T09:00:00Z",
                                "2026-10-27T07:00:00Z"))
                .body("periods[2].until", equalTo("2026-10-26T23:00:00Z"))
                .body("periods[2].specialDay", equalTo("Fair"))
                .body("periods[3]", not(hasKey("specialDay")));
        periods(schedule, "2026-10-24", "2026-10-25").statusCode(200).body("periods", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-19, 2026-10-19",
        "2026-10-19, 2026-10-18",
        "2026-01-01, 2027-01-03",
        "2026-01-01, +999999999-12-31",
        "today, 2026-01-01",
        "'', 2026-01-01",
    })
    void periodsAreOfOneYearAtMost(String from, String until) {
        periods(newSchedule(), from, until).statusCode(400).body("code", equalTo("validation_failed"));
    }

    @Test
    void periodsNeedBothDays() {
        asAdmin()
                .queryParam("from", "2026-01-01")
                .get("/v1/access/schedules/{s}/periods", newSchedule())
                .then()
                .statusCode(400)
                .body("field", equalTo("until"));
        periods(newSchedule(), "2026-01-01", "2027-01-02").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weekly\": [{\"days\": [\"monday\"], \"from\": \"25:00\", \"until\": \"26:00\"}]}",
                "{\"weekly\": [{\"days\": [\"monday\"], \"from\": \"08:00\", \"until\": \"12:00\"},"
                        + "{\"days\": [\"monday\"], \"from\": \"11:00\", \"until\": \"13:00\"}]}",
                "{\"timeZone\": \"Middle/Earth\"}",
                "{\"specialDays\": [{\"name\": \"Never\", \"date\": \"2026-02-30\"}]}",
                "{\"specialDays\": [{\"name\": \"Always\", \"date\": \"2026-02-28\", \"repeats\": \"FREQ=MINUTELY\"}]}",
                "{\"specialDays\": [{\"name\": \"Never\", \"date\": \"2026-02-28\","
                        + " \"repeats\": \"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"}]}",
            })
    void whatContradictsItselfIsRefusedWhole(String patch) {
        String schedule = newSchedule();

        patch("/v1/access/schedules/" + schedule, patch)
                .then()
                .statusCode(422)
                .body("code", equalTo("access_schedule_invalid"))
                .body("$", hasKey("field"))
                .body("$", hasKey("remedy"));
        asAdmin()
                .get("/v1/access/schedules/{s}", schedule)
                .then()
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("weekly", hasSize(1))
                .body("specialDays", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weekly\": [{\"days\": [\"funday\"], \"from\": \"08:00\", \"until\": \"09:00\"}]} | body_invalid",
                "{\"weekly\": [{\"days\": [], \"from\": \"08:00\", \"until\": \"09:00\"}]} | validation_failed",
                "{\"weekly\": [{\"days\": [\"monday\"], \"from\": \"08:00\"}]} | validation_failed",
                "{\"weekly\": [null]} | validation_failed",
                "{\"timeZone\": null} | validation_failed",
                "{\"specialDays\": [{\"name\": \"\", \"date\": \"2026-02-28\"}]} | validation_failed",
                "{\"specialDays\": [{\"date\": \"2026-02-28\"}]} | validation_failed",
                "{\"specialDays\": \"none\"} | body_invalid",
                "{\"holidays\": []} | field_unknown",
            })
    void whatIsNoScheduleIsRefused(String patch, String code) {
        patch("/v1/access/schedules/" + newSchedule(), patch)
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void aScheduleThatARuleNamesCannotBeDeleted() {
        String gallery = newGallery();
        String schedule = newSchedule();
        String rule = newRule(gallery, List.of(newPoint(gallery)), Map.of("everyone", true, "schedule", schedule));

        asAdmin()
                .delete("/v1/access/schedules/{s}", schedule)
                .then()
                .statusCode(409)
                .body("code", equalTo("access_schedule_in_use"))
                .body("rules", contains(rule));
        asAdmin().get("/v1/access/schedules/{s}", schedule).then().body("rules", equalTo(1));
        patch("/v1/access/rules/" + rule, "{\"schedule\": null}").then().statusCode(200);
        asAdmin().delete("/v1/access/schedules/{s}", schedule).then().statusCode(204);
        asAdmin()
                .delete("/v1/access/schedules/{s}", schedule)
                .then()
                .statusCode(404)
                .body("code", equalTo("access_schedule_not_found"));
    }

    @Test
    void aKeyThatIsLimitedToGalleriesReadsAndChangesNothing() {
        String schedule = newSchedule();
        String key = newKey(List.of("access.read", "access.write"), List.of(newGallery()));

        as(key).get("/v1/access/schedules/{s}", schedule).then().statusCode(200);
        for (var refused : List.of(
                as(key).delete("/v1/access/schedules/{s}", schedule),
                as(key).contentType("application/json").body("{}").patch("/v1/access/schedules/{s}", schedule),
                post(key, "/v1/access/schedules", Map.of("name", "mine", "timeZone", "UTC")))) {
            refused.then().statusCode(403).body("code", equalTo("gallery_not_permitted"));
        }
    }

    @Test
    void aNameIsTakenOnce() {
        post("/v1/access/schedules", Map.of("name", newSchedule(), "timeZone", "UTC"))
                .then()
                .statusCode(409)
                .body("code", equalTo("access_schedule_exists"));
    }

    private static ValidatableResponse periods(String schedule, String from, String until) {
        return asAdmin()
                .queryParams("from", from, "until", until)
                .get("/v1/access/schedules/{s}/periods", schedule)
                .then();
    }
}
