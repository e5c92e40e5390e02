package io.janua.enrollment;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Looks at one picture of an invitation at a time: people from outside must not fill the queue of those inside. */
@ApplicationScoped
class Previews {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    /** @throws Problem {@code busy} while another picture of the invitation is being looked at */
    <T> T of(UUID invitation, Supplier<T> look) {
        if (!underWay.add(invitation)) {
            throw new Problem(
                            ProblemCode.BUSY,
                            "Another picture of this invitation is being looked at.",
                            null,
                            "Send the next picture when the one before has been answered.")
                    .retryAfter(PAUSE);
        }
        try {
            return look.get();
        } finally {
            underWay.remove(invitation);
        }
    }
}
