package io.janua.hook;

import io.janua.gallery.Galleries;
import io.janua.gallery.SubjectRef;
import io.janua.gallery.Subjects;
import io.janua.problem.Problem;
import io.janua.tenant.CurrentTenant;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes hooks ready: with their passwords, secrets and channel. Within the tenant's context and a transaction. */
@ApplicationScoped
class HookOpening {

    private final HookTargets targets;
    private final HookSecretRows secrets;
    private final List<HookChannel> channels;
    private final HookDatabase database;
    private final Galleries galleries;
    private final Subjects subjects;
    private final CurrentTenant tenant;

    HookOpening(
            HookTargets targets,
            HookSecretRows secrets,
            @All List<HookChannel> channels,
            HookDatabase database,
            Galleries galleries,
            Subjects subjects,
            CurrentTenant tenant) {
        this.targets = targets;
        this.secrets = secrets;
        this.channels = channels;
        this.database = database;
        this.galleries = galleries;
        this.subjects = subjects;
        this.tenant = tenant;
    }

    OpenHook open(Hook hook) {
        HookRef ref = ref(hook);
        String tenantId = ref.tenant();
        return new OpenHook(
                ref,
                hook.revision(),
                hook.enabled(),
                new EventFilter(
                        hook.events().stream().map(EventType::named).collect(Collectors.toUnmodifiableSet()),
                        Set.copyOf(hook.points()),
                        hook.galleries().map(Set::copyOf)),
                hook.include(),
                channel(ref.target()),
                event -> name(tenantId, event));
    }

    HookRef ref(Hook hook) {
        return new HookRef(hook.id(), tenant.id(), hook.name(), targets.whole(hook), secrets.opened(hook.id()));
    }

    HookChannel channel(HookTarget target) {
        return channels.stream()
                .filter(channel -> channel.serves(target))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody serves " + target));
    }

    private Optional<String> name(String tenantId, OutboxEvent event) {
        if (event.gallery().isEmpty() || event.subject().isEmpty()) {
            return Optional.empty();
        }
        return database.call(tenantId, () -> {
            try {
                return subjects.find(
                                galleries.open(event.gallery().get()),
                                event.subject().get())
                        .map(SubjectRef::name);
            } catch (Problem gone) {
                return Optional.empty();
            }
        });
    }
}
