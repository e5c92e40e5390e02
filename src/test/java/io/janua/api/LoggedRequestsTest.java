package io.janua.api;

import static io.janua.support.Api.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** Whoever looks for a reason finds every line of the log that came of a request. */
@QuarkusTest
class LoggedRequestsTest {

    /** Of statements, which the configuration of the tests logs. */
    private static final Logger STATEMENTS = Logger.getLogger("org.hibernate.SQL");

    @ConfigProperty(name = "quarkus.otel.sdk.disabled")
    boolean untraced;

    @ConfigProperty(name = "quarkus.datasource.jdbc.telemetry.enabled")
    boolean watched;

    @ConfigProperty(name = "quarkus.log.console.json.enabled")
    boolean json;

    /** Nobody said where to send traces to, nor what lines are to look like. */
    @Test
    void tracesAreOffAndLinesAreTextUnlessTheyAreAskedFor() {
        assertThat(untraced).isTrue();
        assertThat(watched).isFalse();
        assertThat(json).isFalse();
    }

    @Test
    void whatARequestLogsHasTheIdThatItsAnswerHas() {
        String id = "request-" + UUID.randomUUID();
        var seen = new Seen();
        STATEMENTS.addHandler(seen);
        try {
            asAdmin()
                    .header("X-Request-Id", id)
                    .get("/v1/galleries")
                    .then()
                    .statusCode(200)
                    .header("X-Request-Id", id);
        } finally {
            STATEMENTS.removeHandler(seen);
        }

        assertThat(seen.requests).contains(id);
    }

    private static final class Seen extends Handler {

        final List<String> requests = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line instanceof ExtLogRecord extended && extended.getMdc("requestId") != null) {
                requests.add(extended.getMdc("requestId"));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
