package io.janua.api;

import static io.janua.support.Api.as;
import static io.janua.support.Api.asAdmin;
import static io.janua.support.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.isA;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.janua.support.Tenants;
import io.janua.support.TestModels;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the service is doing, in its own words. */
@QuarkusTest
class SystemTest {

    @Inject
    @CacheName("system")
    Cache remembered;

    @Test
    void theInstanceTellsOfItselfItsDatabaseItsJobsAndItsChecks() {
        asAdmin()
                .get("/v1/system")
                .then()
                .statusCode(200)
                .body("version", matchesPattern("\\d.*"))
                .body("startedAt", matchesPattern("20\\d\\d-.*Z"))
                .body("processors", greaterThan(0))
                .body("memory.heapUsed", greaterThan(0))
                .body("queue.capacity", equalTo(8))
                .body("queue.threads", greaterThan(0))
                .body("queue.busy", equalTo(0))
                .body("database.pgvector", matchesPattern("\\d+\\.\\d+.*"))
                .body("database.schema", matchesPattern("\\d{3}"))
                .body("database.bytes", greaterThan(1_000_000))
                .body("database.connectionsMax", greaterThan(1))
                .body("pack.id", equalTo(TestModels.running().id()))
                .body("models", hasItem(TestModels.embedder()))
                .body("jobs.name", hasItem("retention"))
                .body("search.memoryUsed", greaterThanOrEqualTo(0))
                .body("search.memoryMax", greaterThan(1_000_000L))
                .body("search.galleries", isA(List.class))
                .body("checks.find { it.name == 'models' }.up", equalTo(true))
                .body("checks.find { it.name == 'models' }.data.waiting", equalTo(0));
    }

    @Test
    void aTenantSeesNoJobOfAnother() {
        var tenant = Tenants.newTenant();
        as(tenant.key()).post("/v1/rekeyings").then().statusCode(202);

        List<Map<String, Object>> own = jobs(tenant.key());
        List<Map<String, Object>> others = jobs(Tenants.newTenant().key());

        assertThat(own).anySatisfy(job -> assertThat(job).containsEntry("name", "rekeying"));
        assertThat(others).noneSatisfy(job -> assertThat(job).containsEntry("name", "rekeying"));
    }

    @Test
    void whatAllTenantsShareIsThePlatformsToKnow() {
        asAdmin()
                .get("/v1/system")
                .then()
                .body("jobs.failures", everyItem(equalTo(0)))
                .body("checks.data", hasItem(hasKey("waiting")));

        as(Tenants.newTenant().key())
                .get("/v1/system")
                .then()
                .statusCode(200)
                .body("database.schema", matchesPattern("\\d{3}"))
                .body("database", not(hasKey("bytes")))
                .body("search", not(hasKey("memoryUsed")))
                .body("search", not(hasKey("memoryMax")))
                .body("jobs", everyItem(not(hasKey("failures"))))
                .body("checks.name", hasItems("models", "database", "hooks", "audit"))
                .body("checks.up", everyItem(isA(Boolean.class)))
                .body("checks.data", everyItem(anEmptyMap()));
    }

    @Test
    void whatIsCostlyToFindOutIsRemembered() {
        asAdmin().get("/v1/system").then().statusCode(200);

        assertThat(remembered.as(CaffeineCache.class).keySet()).contains("database", "checks");
    }

    @Test
    void whoMayNotReadItIsRefused() {
        as(newKey(List.of("identify"), null))
                .get("/v1/system")
                .then()
                .statusCode(403)
                .body("code", equalTo("operation_not_permitted"));
    }

    private static List<Map<String, Object>> jobs(String key) {
        return as(key).get("/v1/system").then().statusCode(200).extract().path("jobs");
    }
}
