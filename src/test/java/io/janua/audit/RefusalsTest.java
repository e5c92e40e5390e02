package io.janua.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.janua.audit.Refusals.Refusal;
import io.janua.event.Action;
import io.janua.event.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final List<Refusal> kept = new CopyOnWriteArrayList<>();

    @Test
    void fewAreKeptOneByOne() {
        var refusals = new Refusals(Duration.ofHours(1), kept::add);

        refuse(refusals, 3, "api_key_unknown", "192.0.2.1");
        refusals.close();

        assertThat(kept).hasSize(3).allMatch(refusal -> repeated(refusal).isEmpty());
    }

    @Test
    void aFloodIsTenEntriesAndACount() {
        var refusals = new Refusals(Duration.ofHours(1), kept::add);

        refuse(refusals, 10_000, "api_key_unknown", "192.0.2.1");
        assertThat(kept).hasSize(10);
        refusals.close();

        assertThat(kept).hasSize(11);
        assertThat(repeated(kept.getLast())).contains(9_990L);
    }

    @Test
    void nobodyHidesBehindTheFloodOfAnother() {
        var refusals = new Refusals(Duration.ofHours(1), kept::add);

        refuse(refusals, 1_000, "api_key_unknown", "192.0.2.1");
        kept.clear();
        refuse(refusals, 1, "api_key_unknown", "192.0.2.2");
        refuse(refusals, 1, "api_key_revoked", "192.0.2.1");

        assertThat(kept).hasSize(2);
    }

    @Test
    void oneNetworkOfIPv6IsOneAddress() {
        var refusals = new Refusals(Duration.ofHours(1), kept::add);

        for (int i = 0; i < 1_000; i++) {
            refuse(refusals, 1, "api_key_unknown", "2001:db8:0:1::" + Integer.toHexString(i));
        }
        assertThat(kept).hasSize(10);
        refuse(refusals, 1, "api_key_unknown", "2001:db8:0:2::1");

        assertThat(kept).hasSize(11);
    }

    @Test
    void theCountIsWrittenWhenItsTimeIsUp() {
        var refusals = new Refusals(Duration.ofMillis(50), kept::add);

        refuse(refusals, 12, "api_key_unknown", "192.0.2.1");

        await().until(() ->
                kept.stream().mapToLong(refusal -> repeated(refusal).orElse(1L)).sum() == 12);
    }

    private static void refuse(Refusals refusals, int times, String code, String address) {
        var actor = new EntryContent.Actor("nobody", Optional.empty(), Optional.empty());
        var happening = Happening.of(Action.LOGIN_REFUSED).outcome(code).with("address", address);
        for (int i = 0; i < times; i++) {
            refusals.add(new Refusal("default", actor, happening));
        }
    }

    private static Optional<Long> repeated(Refusal refusal) {
        return Optional.ofNullable((Long) refusal.happening().facts().get("repeated"));
    }
}
