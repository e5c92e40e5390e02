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

    /**
     * Plain SQL that comes before anybody is known. The request's scope stays untouched: it is being set up at the same
     * time, on another thread.
     */
    static <T, X extends Exception> T asNobody(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, NOBODY).call(work);
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs work with this tenant. Within a request, what needs the database belongs into a transaction of its own: a
     * session that is open already belongs to the request's tenant.
     */
    public <T, X extends Exception> T call(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(() -> inRequestScope(work));
    }

    /** Hibernate asks a request-scoped bean for the tenant, so a job needs a scope. */
    private static <T, X extends Exception> T inRequestScope(ScopedValue.CallableOp<T, X> work) throws X {
        var scope = Arc.container().requestContext();
        if (scope.isActive()) {
            return work.call();
        }
        scope.activate();
        try {
            return work.call();
        } finally {
            scope.terminate();
        }
    }
}
