package io.janua.hook;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.janua.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a hook may be, and who may have one: nobody is told by a hook what they could not look up. */
@ApplicationScoped
class HookRules {

    private static final int MAX_HOOKS = 100;

    private final HookRows hooks;
    private final HookOpening opening;
    private final Caller caller;

    HookRules(HookRows hooks, HookOpening opening, Caller caller) {
        this.hooks = hooks;
        this.opening = opening;
        this.caller = caller;
    }

    /** Before any transaction: it may look up names. */
    void check(HookContent wanted) {
        checkEvents(wanted.events());
        checkInclude(wanted.include());
        HookChannel channel = opening.channel(wanted.target());
        if (channel.actsOnGrants(wanted.target()) && wanted.points().isEmpty()) {
            throw Problems.invalid(
                    "points",
                    "A hook that opens doors names none.",
                    "Name the access points whose doors it opens; it is told of no others.");
        }
        channel.check(wanted.target());
    }

    /** @param galleries of the hook; empty for all */
    void checkPoints(Collection<String> points, Optional<List<String>> galleries) {
        if (points.isEmpty()) {
            return;
        }
        var unknown = new TreeSet<>(points);
        unknown.removeAll(hooks.knownPoints(points, galleries));
        if (!unknown.isEmpty()) {
            throw Problems.invalid(
                    "points",
                    "There is no access point %s.".formatted(unknown),
                    "List the access points with GET /v1/access/points.");
        }
    }

    void checkRoom() {
        if (hooks.countAlone() >= MAX_HOOKS) {
            throw new Problem(
                    ProblemCode.HOOKS_FULL,
                    "There are %d hooks already.".formatted(MAX_HOOKS),
                    null,
                    "Delete one that is not needed, or let one receiver pass events on.");
        }
    }

    /** Whoever is limited to galleries has to do with hooks of these only. */
    boolean mayTouch(Hook hook) {
        return caller.galleries()
                .map(allowed -> hook.galleries().filter(allowed::containsAll).isPresent())
                .orElse(true);
    }

    private static void checkEvents(Collection<String> events) {
        var known = Stream.of(EventType.values())
                .filter(type -> type != EventType.HOOK_TEST)
                .map(EventType::wireName)
                .toList();
        var unknown = new TreeSet<>(events);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problems.invalid(
                    "events", "There is no event type %s.".formatted(unknown), "Choose among %s.".formatted(known));
        }
    }

    /** Also of whoever changes the hook: it might be another address that is told. */
    private void checkInclude(Set<Detail> include) {
        var beyond = include.stream()
                .filter(detail -> !caller.mayDo(detail.operation()))
                .map(Detail::wireName)
                .sorted()
                .toList();
        if (!beyond.isEmpty()) {
            throw new Problem(
                    ProblemCode.OPERATION_NOT_PERMITTED,
                    "Your own credentials do not permit to look up %s, so they cannot have it told.".formatted(beyond),
                    "include",
                    "Leave these out, or use credentials with %s."
                            .formatted(include.stream()
                                    .map(Detail::operation)
                                    .distinct()
                                    .sorted()
                                    .toList()));
        }
    }
}
