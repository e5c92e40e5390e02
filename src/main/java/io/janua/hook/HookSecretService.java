package io.janua.hook;

import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changes what webhooks are signed with, one secret beside the other. */
@ApplicationScoped
class HookSecretService {

    private static final int MAX_SECRETS = 5;

    private final HookRows hooks;
    private final HookSecretRows secrets;
    private final HookTargets targets;
    private final HookService service;
    private final Event<Happening> happenings;

    HookSecretService(
            HookRows hooks,
            HookSecretRows secrets,
            HookTargets targets,
            HookService service,
            Event<Happening> happenings) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.targets = targets;
        this.service = service;
        this.happenings = happenings;
    }

    @Transactional
    HookSecretView create(String name, SigningSecret.Kind kind) {
        Hook hook = locked(name);
        if (secrets.of(hook.id()).size() >= MAX_SECRETS) {
            throw new Problem(
                    ProblemCode.HOOK_SECRETS_FULL,
                    "The hook has %d secrets already.".formatted(MAX_SECRETS),
                    null,
                    "Delete one that no receiver uses any more.");
        }
        SigningKey key = SigningKey.generate(kind);
        Instant now = Instant.now();
        secrets.insert(hook.id(), key, now);
        hooks.revise(hook.id());
        tell(hook, "secret-created", key.secret().id());
        return new HookSecretView(
                key.secret().id(),
                kind,
                now,
                key.publicKey().map(SigningKey::shownPublicKey).orElse(null),
                key.shownSecret().orElse(null));
    }

    @Transactional
    void delete(String name, UUID id) {
        Hook hook = locked(name);
        List<HookSecretView> all = secrets.of(hook.id());
        if (all.stream().noneMatch(secret -> secret.id().equals(id))) {
            throw new Problem(
                    ProblemCode.HOOK_SECRET_NOT_FOUND,
                    "The hook has no secret %s.".formatted(id),
                    "id",
                    "Look at the hook's 'secrets'.");
        }
        if (all.size() == 1) {
            throw new Problem(
                    ProblemCode.HOOK_SECRET_LAST,
                    "This is the hook's only secret: without it receivers could not tell whose requests they get.",
                    "id",
                    "Add another one first, with POST /v1/hooks/{hook}/secrets.");
        }
        secrets.delete(hook.id(), id);
        hooks.revise(hook.id());
        tell(hook, "secret-deleted", id);
    }

    private Hook locked(String name) {
        Hook hook = service.locked(name);
        if (!(targets.shown(hook) instanceof HookTarget.Webhook)) {
            throw new Problem(
                    ProblemCode.HOOK_UNSIGNED,
                    "The hook is no webhook, and nothing else is signed.",
                    "hook",
                    "Secrets are for hooks whose target's type is 'webhook'.");
        }
        return hook;
    }

    private void tell(Hook hook, String change, UUID secret) {
        happenings.fire(Happening.of(Action.HOOK_CONFIGURED)
                .outcome("changed")
                .with("hook", hook.name())
                .with("change", change)
                .with("secret", secret.toString()));
    }
}
