package io.janua.hook;

import io.janua.event.Action;
import io.janua.event.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** Ends what receivers do not want any more. */
@ApplicationScoped
class HookDisabling {

    private static final String GONE = "The receiver answered 410: it is gone for good.";

    private final HookRows hooks;
    private final Event<Happening> happenings;

    HookDisabling(HookRows hooks, Event<Happening> happenings) {
        this.hooks = hooks;
        this.happenings = happenings;
    }

    /** Within the caller's transaction. */
    void gone(UUID hook, String name) {
        if (hooks.disable(hook, GONE)) {
            happenings.fire(
                    Happening.of(Action.HOOK_DISABLED).with("hook", name).with("reason", GONE));
        }
    }
}
