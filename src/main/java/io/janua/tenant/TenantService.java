package io.janua.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.AdminKeys;
import io.janua.security.ApiKeyView;
import io.janua.security.TenantIds;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hibernate.exception.ConstraintViolationException;

/** Makes and changes tenants, for whoever runs the platform. */
@ApplicationScoped
class TenantService {

    private static final String LIST = "tenants";
    private static final String FIRST_KEY = "First key";
    private static final String REPLACEMENT_KEY = "Replacement key";

    private final TenantRepository tenants;
    private final TenantPreparation preparation;
    private final AdminKeys adminKeys;
    private final MergePatch mergePatch;
    private final Event<Happening> happenings;

    TenantService(
            TenantRepository tenants,
            TenantPreparation preparation,
            AdminKeys adminKeys,
            MergePatch mergePatch,
            Event<Happening> happenings) {
        this.tenants = tenants;
        this.preparation = preparation;
        this.adminKeys = adminKeys;
        this.mergePatch = mergePatch;
        this.happenings = happenings;
    }

    /** The key comes in a transaction of its own, on the other side of the wall. */
    TenantView create(NewTenant wanted) {
        // First of all: a tenant that nobody can enter would be left otherwise.
        adminKeys.checkMayCreate();
        Tenant tenant = QuarkusTransaction.requiringNew().call(() -> insert(wanted));
        preparation.prepare(tenant.id);
        return TenantView.withKey(tenant, adminKeys.create(tenant.id, FIRST_KEY));
    }

    /** For an administrator who has lost the last key. */
    ApiKeyView createKey(String id) {
        if (id.equals(TenantIds.PLATFORM)) {
            throw new Problem(
                    ProblemCode.OPERATION_NOT_PERMITTED,
                    "Keys of the platform's own tenant are not made here: they permit more than others.",
                    "tenant",
                    "Use POST /v1/api-keys, which hands out what your own credentials permit.");
        }
        adminKeys.checkMayCreate();
        QuarkusTransaction.requiringNew().run(() -> find(id));
        return adminKeys.create(id, REPLACEMENT_KEY);
    }

    @Transactional
    Page<TenantView> list(PageQuery query) {
        var found = tenants.after(query.lastKey(LIST).orElse(""), query.size() + 1);
        return Page.of(LIST, found, query.size(), tenant -> tenant.id).map(TenantView::from);
    }

    @Transactional
    TenantView get(String id) {
        return TenantView.from(find(id));
    }

    @Transactional
    TenantView change(String id, JsonNode patch) {
        Tenant tenant = find(id);
        var changed =
                mergePatch.apply(new TenantContent(tenant.name, tenant.requestsPerMinute), patch, TenantContent.class);
        tenant.name = changed.name();
        tenant.requestsPerMinute = changed.requestsPerMinute();
        happenings.fire(Happening.of(Action.TENANT_CHANGED).with("tenant", id));
        return TenantView.from(tenant);
    }

    private Tenant insert(NewTenant wanted) {
        Tenant tenant = new Tenant();
        tenant.id = wanted.id();
        tenant.name = wanted.name();
        tenant.requestsPerMinute = wanted.requestsPerMinute();
        tenant.createdAt = Instant.now();
        try {
            tenants.persistAndFlush(tenant);
        } catch (ConstraintViolationException taken) {
            throw new Problem(
                    ProblemCode.TENANT_EXISTS,
                    "There is a tenant '%s' already.".formatted(wanted.id()),
                    "id",
                    "Choose another id.");
        }
        happenings.fire(Happening.of(Action.TENANT_CREATED).with("tenant", wanted.id()));
        return tenant;
    }

    private Tenant find(String id) {
        return tenants.findByIdOptional(id)
                .orElseThrow(() -> new Problem(
                        ProblemCode.TENANT_NOT_FOUND,
                        "There is no tenant '%s'.".formatted(id),
                        "tenant",
                        "List the tenants with GET /v1/tenants."));
    }
}
