package io.janua.hook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Hooks as the API shows them. */
@ApplicationScoped
class HookViews {

    private final HookRows hooks;
    private final HookSecretRows secrets;
    private final HookTargets targets;
    private final DeliveryRows deliveries;

    HookViews(HookRows hooks, HookSecretRows secrets, HookTargets targets, DeliveryRows deliveries) {
        this.hooks = hooks;
        this.secrets = secrets;
        this.targets = targets;
        this.deliveries = deliveries;
    }

    HookView of(Hook hook) {
        return withSecret(hook, Optional.empty());
    }

    HookView withSecret(Hook hook, Optional<String> secret) {
        HookTarget target = targets.shown(hook);
        HookRows.Progress progress = hooks.progress(hook.id());
        return new HookView(
                hook.name(),
                hook.description(),
                hook.enabled(),
                hook.disabledReason(),
                hook.events(),
                hook.points(),
                hook.galleries().orElse(null),
                hook.include(),
                target,
                target instanceof HookTarget.Webhook ? secrets.of(hook.id()) : List.of(),
                deliveries.countWaiting(hook.id()),
                progress.lastDeliveredAt().orElse(null),
                progress.lastFailedAt()
                        .map(at -> new HookView.Failure(at, progress.lastError()))
                        .orElse(null),
                hook.createdAt(),
                secret.orElse(null));
    }
}
