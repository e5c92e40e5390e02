package io.janua.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.security.Caller;
import io.janua.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Creates, changes, shows and deletes hooks. */
@ApplicationScoped
class HookService {

    private static final String LIST = "hooks";

    private final HookRows hooks;
    private final HookSecretRows secrets;
    private final HookTargets targets;
    private final HookRules rules;
    private final HookViews views;
    private final HookOpening opening;
    private final HookScheduler scheduler;
    private final Outbox outbox;
    private final MergePatch mergePatch;
    private final CurrentTenant tenant;
    private final Caller caller;
    private final Event<Happening> happenings;

    HookService(
            HookRows hooks,
            HookSecretRows secrets,
            HookTargets targets,
            HookRules rules,
            HookViews views,
            HookOpening opening,
            HookScheduler scheduler,
            Outbox outbox,
            MergePatch mergePatch,
            CurrentTenant tenant,
            Caller caller,
            Event<Happening> happenings) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.targets = targets;
        this.rules = rules;
        this.views = views;
        this.opening = opening;
        this.scheduler = scheduler;
        this.outbox = outbox;
        this.mergePatch = mergePatch;
        this.tenant = tenant;
        this.caller = caller;
        this.happenings = happenings;
    }

    private record Former(HookRef ref, HookContent content) {}

    HookView create(HookContent wanted) {
        rules.check(wanted);
        return QuarkusTransaction.requiringNew().call(() -> insert(wanted));
    }

    @Transactional
    Page<HookView> list(PageQuery query) {
        String last = query.lastKey(LIST).orElse("");
        var found = hooks.after(last, caller.galleries(), query.size() + 1);
        return Page.of(LIST, found, query.size(), Hook::name).map(views::of);
    }

    @Transactional
    HookView get(String name) {
        return views.of(find(name));
    }

    /** @param patch of a {@link HookContent} */
    HookView change(String name, JsonNode patch) {
        Former former = QuarkusTransaction.requiringNew().call(() -> {
            Hook hook = find(name);
            return new Former(opening.ref(hook), content(hook));
        });
        rules.check(patched(former.content(), patch));
        HookView changed = QuarkusTransaction.requiringNew().call(() -> update(name, patch));
        opening.channel(former.ref().target()).forget(former.ref());
        return changed;
    }

    void delete(String name) {
        HookRef deleted = QuarkusTransaction.requiringNew().call(() -> {
            Hook hook = locked(name);
            HookRef ref = opening.ref(hook);
            hooks.delete(hook.id());
            happenings.fire(configured(hook, "deleted"));
            return ref;
        });
        opening.channel(deleted.target()).forget(deleted);
        opening.channel(deleted.target()).deleted(deleted);
    }

    /** @throws Problem {@code hook_not_found} */
    Hook find(String name) {
        return hooks.named(name).filter(rules::mayTouch).orElseThrow(() -> notFound(name));
    }

    /**
     * Locked until the transaction ends.
     *
     * @throws Problem {@code hook_not_found}
     */
    Hook locked(String name) {
        return hooks.locked(name).filter(rules::mayTouch).orElseThrow(() -> notFound(name));
    }

    private HookView insert(HookContent wanted) {
        rules.checkRoom();
        rules.checkPoints(wanted.points(), caller.galleries());
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Hook hook = hook(id, wanted, caller.galleries(), null, Instant.now());
        // Before the hook is there, so that it is seen whether anybody had events written until now.
        outbox.begin(null);
        if (!hooks.insert(hook)) {
            throw exists(wanted.name());
        }
        hooks.beginNow(id);
        scheduler.add(tenant.id(), id);
        Optional<String> secret = Optional.empty();
        if (wanted.target() instanceof HookTarget.Webhook) {
            SigningKey key = SigningKey.generate(SigningSecret.Kind.HMAC);
            secrets.insert(id, key, hook.createdAt());
            secret = key.shownSecret();
        }
        happenings.fire(configured(hook, "created"));
        return views.withSecret(hook, secret);
    }

    private HookView update(String name, JsonNode patch) {
        Hook before = locked(name);
        HookContent wanted = patched(content(before), patch);
        rules.checkPoints(wanted.points(), before.galleries());
        if (!wanted.name().equals(name) && hooks.named(wanted.name()).isPresent()) {
            throw exists(wanted.name());
        }
        boolean begins = wanted.enabled() && !before.enabled();
        if (begins) {
            outbox.begin(null);
        }
        String reason = wanted.enabled() ? null : before.disabledReason();
        hooks.update(hook(before.id(), wanted, before.galleries(), reason, before.createdAt()));
        if (begins) {
            hooks.beginNow(before.id());
        }
        signIfWebhook(before, wanted);
        hooks.touch(before.id());
        happenings.fire(configured(before, "changed").with("enabled", wanted.enabled()));
        return views.of(hooks.find(before.id()).orElseThrow());
    }

    /** A hook that becomes a webhook needs a secret; nobody is shown it, so another one is to be made. */
    private void signIfWebhook(Hook before, HookContent wanted) {
        if (wanted.target() instanceof HookTarget.Webhook
                && secrets.of(before.id()).isEmpty()) {
            secrets.insert(before.id(), SigningKey.generate(SigningSecret.Kind.ED25519), Instant.now());
        }
    }

    private HookContent content(Hook hook) {
        return new HookContent(
                hook.name(),
                hook.description(),
                hook.enabled(),
                hook.events(),
                hook.points(),
                hook.include(),
                targets.whole(hook));
    }

    /** A target of another type replaces the former one whole; what a former address trusts is not for another one. */
    private HookContent patched(HookContent before, JsonNode patch) {
        JsonNode target = patch == null ? null : patch.get("target");
        HookContent base = before;
        if (target instanceof ObjectNode replacing && replacing.hasNonNull("type") && isOther(before, replacing)) {
            base = new HookContent(
                    before.name(),
                    before.description(),
                    before.enabled(),
                    before.events(),
                    before.points(),
                    before.include(),
                    null);
        }
        HookContent wanted = mergePatch.apply(base, patch, HookContent.class);
        targets.refuseKeptPasswords(before.target(), wanted.target(), target);
        return wanted;
    }

    private boolean isOther(HookContent before, ObjectNode target) {
        return !targets.typeOf(before.target()).equals(target.get("type").asText());
    }

    private Hook hook(
            UUID id, HookContent wanted, Optional<List<String>> galleries, String disabledReason, Instant at) {
        var parts = targets.apart(id, wanted.target());
        return new Hook(
                id,
                wanted.name(),
                wanted.description(),
                wanted.enabled(),
                disabledReason,
                wanted.events(),
                wanted.points(),
                galleries,
                wanted.include(),
                parts.shown(),
                parts.passwords(),
                1,
                at);
    }

    private static Happening configured(Hook hook, String outcome) {
        return Happening.of(Action.HOOK_CONFIGURED).outcome(outcome).with("hook", hook.name());
    }

    private static Problem exists(String name) {
        return new Problem(
                ProblemCode.HOOK_EXISTS,
                "There is a hook '%s' already.".formatted(name),
                "name",
                "Choose another name, or change the hook that exists.");
    }

    private static Problem notFound(String name) {
        return new Problem(
                ProblemCode.HOOK_NOT_FOUND,
                "There is no hook '%s'.".formatted(name),
                "hook",
                "List the hooks with GET /v1/hooks.");
    }
}
