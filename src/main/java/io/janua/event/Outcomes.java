package io.janua.event;

import io.janua.problem.Problem;
import io.janua.time.Stage;
import io.janua.time.Stages;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells what came of something that was asked for before it is answered, also when nothing came of it. */
@ApplicationScoped
public class Outcomes {

    private static final Set<Integer> ABOUT_A_PERSON = Set.of(404, 409, 410, 422);

    private final Event<Happening> happenings;
    private final Stages stages;

    Outcomes(Event<Happening> happenings, Stages stages) {
        this.happenings = happenings;
        this.stages = stages;
    }

    /**
     * What was looked up and what is told of it are one transaction, so one connection serves both.
     *
     * @param about what is asked, with all that is known before the answer
     * @param describe adds the answer
     */
    public <T> T decide(Happening about, Supplier<T> decision, Function<T, Happening> describe) {
        return explained(
                about,
                () -> stages.watch(
                        Stage.DECIDE, () -> QuarkusTransaction.requiringNew().call(() -> {
                            T decided = decision.get();
                            happenings.fire(describe.apply(decided));
                            return decided;
                        })));
    }

    /**
     * Work on the way to an outcome: a refusal because of the face or the person is one. That a request was malformed
     * or the service busy says nothing of anybody.
     */
    public <T> T explained(Happening about, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem refusal) {
            if (!ABOUT_A_PERSON.contains(refusal.code().status())) {
                throw refusal;
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> happenings.fire(about.outcome(refusal.code().wireName())));
            throw refusal;
        }
    }
}
