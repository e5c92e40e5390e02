package io.janua.gallery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import io.janua.security.secrets.Purpose;
import io.janua.security.secrets.TenantSecrets;
import io.janua.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Begins the exchange of a tenant's secrets, and tells how far it is. */
@ApplicationScoped
class RekeyingService {

    private static final String LIST = "rekeyings";

    private final RekeyingRepository rekeyings;
    private final ProtectedRows protectedRows;
    private final TenantSecrets secrets;
    private final SchedulerClient jobs;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final Event<Happening> happenings;

    RekeyingService(
            RekeyingRepository rekeyings,
            ProtectedRows protectedRows,
            TenantSecrets secrets,
            SchedulerClient jobs,
            CurrentTenant tenant,
            Caller caller,
            Event<Happening> happenings) {
        this.rekeyings = rekeyings;
        this.protectedRows = protectedRows;
        this.secrets = secrets;
        this.jobs = jobs;
        this.tenant = tenant;
        this.caller = caller;
        this.happenings = happenings;
    }

    /**
     * New rows are protected by the new secrets with this transaction, templates some seconds later; the old rows follow
     * in a job.
     *
     * @throws Problem {@code rekeying_runs} or {@code gallery_not_permitted}
     */
    @Transactional
    RekeyingView start() {
        caller.refuseIfLimited(
                "The tenant's secrets protect all its galleries, so a key that is limited to some cannot exchange them.",
                "Use a key without 'galleries'.");
        Rekeying rekeying = new Rekeying();
        rekeying.state = RekeyingState.RUNNING;
        rekeying.total = protectedRows.count();
        rekeying.startedBy = caller.actor();
        rekeying.createdAt = Instant.now();
        try {
            rekeyings.persistAndFlush(rekeying);
        } catch (ConstraintViolationException another) {
            throw new Problem(
                    ProblemCode.REKEYING_RUNS,
                    "A re-keying of this tenant is under way.",
                    null,
                    "Wait until it is done: GET /v1/rekeyings shows how far it is.");
        }
        secrets.renew(tenant.id(), Purpose.TEMPLATES);
        secrets.renew(tenant.id(), Purpose.SUBJECTS);
        jobs.scheduleIfNotExists(RekeyingJob.instance(tenant.id(), rekeying.id), RekeyingJob.earliest());
        happenings.fire(Happening.of(Action.TENANT_REKEYED)
                .outcome("started")
                .with("rekeying", rekeying.id.toString())
                .with("total", rekeying.total));
        return RekeyingView.from(rekeying);
    }

    @Transactional
    Page<RekeyingView> list(PageQuery query) {
        return Page.of(
                        LIST,
                        rekeyings.before(query.lastId(LIST), query.size() + 1),
                        query.size(),
                        rekeying -> rekeying.id.toString())
                .map(RekeyingView::from);
    }

    @Transactional
    RekeyingView get(UUID id) {
        return rekeyings
                .findByIdOptional(id)
                .map(RekeyingView::from)
                .orElseThrow(() -> new Problem(
                        ProblemCode.REKEYING_NOT_FOUND,
                        "There is no re-keying %s.".formatted(id),
                        "id",
                        "List them with GET /v1/rekeyings."));
    }
}
