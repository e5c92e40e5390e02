package io.janua.recognition;

import io.janua.event.Happening;
import io.janua.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells of every decision before it is answered, also of one that could not be made. */
@ApplicationScoped
class Decisions {

    private final Event<Happening> happenings;

    Decisions(Event<Happening> happenings) {
        this.happenings = happenings;
    }

    /**
     * What was looked up and what is told of it are one transaction, so one connection serves both.
     *
     * @param about what is asked, with all that is known before the answer
     * @param describe adds the answer
     */
    <T> T decide(Happening about, Supplier<T> decision, Function<T, Happening> describe) {
        return explained(about, () -> QuarkusTransaction.requiringNew().call(() -> {
            T decided = decision.get();
            happenings.fire(describe.apply(decided));
            return decided;
        }));
    }

    /** Work on the way to a decision: when it is refused, that is the decision. */
    <T> T explained(Happening about, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem refusal) {
            QuarkusTransaction.requiringNew()
                    .run(() -> happenings.fire(about.outcome(refusal.code().wireName())));
            throw refusal;
        }
    }
}
