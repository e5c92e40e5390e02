package io.janua.hook;

import static io.janua.support.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.janua.support.Database;
import io.janua.support.EventListener;
import io.janua.support.Happened;
import io.janua.support.Hooks;
import io.janua.support.Tenants;
import io.janua.support.TestReceiver;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HookSweepTest {

    @Inject
    HookSweep sweep;

    @Inject
    Happened happened;

    @TestHTTPResource("/v1/events")
    URI events;

    @Test
    void whatWasKeptLongEnoughGoesAndWhoeverAsksForItLearnsSo() throws IOException {
        var tenant = Tenants.newTenant();
        try (var receiver = TestReceiver.plain()) {
            var hook = Hooks.webhook(tenant.key(), receiver);
            String first;
            try (var listener = new EventListener(events, tenant.key(), null)) {
                first = listener.lastId();
            }
            for (int i = 0; i < 3; i++) {
                happened.granted(tenant.id(), "north", i);
            }
            hook.awaitDeliveries("delivered", 3);
            Database.execute("""
                    UPDATE outbox_event SET occurred_at = now() - interval '8 days'
                    WHERE tenant_id = ? AND (data ->> 'number')::int < 2""", tenant.id());
            Database.execute("""
                    UPDATE hook_delivery d SET created_at = e.occurred_at FROM outbox_event e
                    WHERE e.id = d.event_id AND d.tenant_id = ?""", tenant.id());

            sweep.run();

            assertThat(hook.deliveries("delivered")).hasSize(1);
            as(tenant.key())
                    .header("Last-Event-ID", first)
                    .get("/v1/events")
                    .then()
                    .statusCode(410);
            String second = Long.toString(Long.parseLong(first) + 2);
            try (var listener = new EventListener(events, tenant.key(), second)) {
                assertThat(listener.next().data()).contains("\"number\":2");
            }
        }
    }

    @Test
    void whatADeletedHookLeavesGoes() {
        var tenant = Tenants.newTenant();
        try (var receiver = TestReceiver.plain()) {
            var hook = Hooks.webhook(tenant.key(), receiver);
            happened.granted(tenant.id(), "north", 1);
            hook.awaitDeliveries("delivered", 1);

            hook.delete();
            sweep.run();

            assertThat(Database.query("SELECT count(*) FROM hook_delivery WHERE tenant_id = ?", tenant.id()))
                    .isZero();
        }
    }
}
