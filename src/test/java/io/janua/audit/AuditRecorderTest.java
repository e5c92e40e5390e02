package io.janua.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.security.Acting;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditRecorderTest {

    @Inject
    Event<Happening> happenings;

    @Test
    void nothingIsRecordedOutsideOfTheTransactionThatDidIt() {
        var happening = Happening.of(Action.GALLERY_CHANGED).in("staff");

        assertThatThrownBy(() -> new Acting("default", "system:test").run(() -> happenings.fire(happening)))
                .isInstanceOf(TransactionalException.class);
    }
}
