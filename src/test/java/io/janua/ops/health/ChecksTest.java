package io.janua.ops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.janua.audit.AuditBacklog;
import io.janua.gallery.resident.ResidentView;
import io.janua.gallery.resident.ResidentView.State;
import io.janua.hook.HookBacklog;
import io.janua.ops.metrics.Backlog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

/** Whatever is down says why and what to do; what another instance would do no better is not down. */
class ChecksTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void audit_isUpWhileEntriesWaitForASecond_andDownWhenForAMinute() {
        assertThat(AuditCheck.of(Optional.of(waitingFor(1))).getStatus()).isEqualTo(UP);

        var late = AuditCheck.of(Optional.of(waitingFor(61)));

        assertDown(late);
        assertThat(data(late, "reason")).asString().contains("7 entries", "61 seconds");
    }

    @Test
    void whatIsNotKnownBecauseTheDatabaseIsAwayIsNoFindingOfItsOwn() {
        assertThat(AuditCheck.of(Optional.empty()).getStatus()).isEqualTo(UP);
        assertThat(HooksCheck.of(Optional.empty()).getStatus()).isEqualTo(UP);
        assertThat(data(HooksCheck.of(Optional.empty()), "note")).asString().contains("database");
    }

    @Test
    void whatCouldNotBeReadHidesNothingElse() {
        var untold = new HookBacklog.Untold(3, Optional.empty());
        var last = Optional.of(new Backlog(Optional.empty(), Optional.of(untold), Optional.of(List.of()), NOW));

        assertThat(data(AuditCheck.of(last), "note")).asString().contains("not known");
        assertThat(data(HooksCheck.of(last), "waiting")).isEqualTo(3L);
    }

    @Test
    void hooks_areUpAlsoWhileAReceiverIsAway_andSayForHowLong() {
        var response = HooksCheck.of(Optional.of(waitingFor(4000)));

        assertThat(response.getStatus()).isEqualTo(UP);
        assertThat(data(response, "oldestSeconds")).isEqualTo(4000L);
    }

    @Test
    void search_isUpWithANoteWhileACopyIsNotReady() {
        assertThat(SearchCheck.of(List.of(gallery(State.READY))).getData().orElseThrow())
                .doesNotContainKey("note");

        var filling = SearchCheck.of(List.of(gallery(State.READY), gallery(State.FILLING)));

        assertThat(filling.getStatus()).isEqualTo(UP);
        assertThat(filling.getData().orElseThrow())
                .containsEntry("ready", 1L)
                .containsEntry("filling", 1L)
                .containsKey("note");
    }

    private static Backlog waitingFor(long seconds) {
        Optional<Instant> since = Optional.of(NOW.minusSeconds(seconds));
        return new Backlog(
                Optional.of(new AuditBacklog.Pending(7, since)),
                Optional.of(new HookBacklog.Untold(3, since)),
                Optional.of(List.of()),
                NOW);
    }

    private static ResidentView gallery(State state) {
        return new ResidentView("tenant", UUID.randomUUID(), "model", state, 1, 1, 1);
    }

    private static void assertDown(HealthCheckResponse response) {
        assertThat(response.getStatus()).isEqualTo(DOWN);
        assertThat(data(response, "reason"))
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .isNotBlank();
        assertThat(data(response, "remedy"))
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .isNotBlank();
    }

    private static Object data(HealthCheckResponse response, String name) {
        return response.getData().orElseThrow().get(name);
    }
}
