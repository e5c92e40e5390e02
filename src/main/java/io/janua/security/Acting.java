package io.janua.security;

import io.quarkus.arc.Arc;
import java.util.Optional;

/**
 * On whose behalf work runs that no request brought: a job of a tenant, or a look-up that comes before anybody is known.
 *
 * @param tenant the tenant whose rows are seen; empty for none at all
 * @param actor who does it, as the audit log shows it, for example {@code system:retention}
 */
public record Acting(String tenant, String actor) {

    /** Sees no tenant's rows. */
    static final Acting NOBODY = new Acting("", "nobody");

    private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();

    /** Empty when a request's own credentials say who acts. */
    static Optional<Acting> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Runs work with this tenant, in a request scope of its own. */
    public <T, X extends Exception> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(() -> inNewRequestScope(work));
    }

    /** What the surrounding request has come to know of its own tenant must not serve this one. */
    private static <T, X extends Exception> T inNewRequestScope(ScopedValue.CallableOp<T, X> work) throws X {
        var scope = Arc.container().requestContext();
        var outer = scope.getStateIfActive();
        scope.activate();
        try {
            return work.call();
        } finally {
            scope.terminate();
            if (outer != null) {
                scope.activate(outer);
            }
        }
    }
}
