package io.janua.hook;

import java.util.List;
import java.util.UUID;

/**
 * A hook as channels see it.
 *
 * @param target with its secrets opened
 * @param signing what webhooks are signed with, oldest first; empty for everything else
 */
public record HookRef(UUID id, String tenant, String name, HookTarget target, List<SigningSecret> signing) {

    public HookRef {
        signing = List.copyOf(signing);
    }

    /** One that signs nothing. */
    public HookRef(UUID id, String tenant, String name, HookTarget target) {
        this(id, tenant, name, target, List.of());
    }
}
