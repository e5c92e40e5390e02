package io.janua.hook;

import com.fasterxml.jackson.annotation.JsonValue;
import io.janua.event.Action;
import io.janua.event.Happening;
import java.util.Optional;
import java.util.stream.Stream;

/** What hooks and the event stream tell of. The names stand with receivers, so the list only ever grows. */
public enum EventType {
    ACCESS_GRANTED("access.granted", Action.ACCESS_DECIDED, "granted"),
    ACCESS_DENIED("access.denied", Action.ACCESS_DECIDED, "denied"),
    ACCESS_BLOCKED("access.blocked", Action.ACCESS_DECIDED, "blocked"),
    ACCESS_TAKEN("access.taken", Action.ACCESS_FOLLOWED, "taken"),
    ACCESS_NOT_TAKEN("access.not_taken", Action.ACCESS_FOLLOWED, "not_taken"),
    ACCESS_MODE("access.mode", Action.ACCESS_MODE_CHANGED, null),
    SUBJECT_ERASE("subject.erase", Action.SUBJECT_ERASED, Happening.DONE),
    FACE_ENROLL("face.enroll", Action.FACE_ENROLLED, Happening.DONE),
    FACE_DELETE("face.delete", Action.FACE_DELETED, Happening.DONE),
    CONSENT_GIVE("consent.give", Action.CONSENT_GIVEN, Happening.DONE),
    CONSENT_WITHDRAW("consent.withdraw", Action.CONSENT_WITHDRAWN, Happening.DONE),
    IMPORT_FINISH("import.finish", Action.IMPORT_FINISHED, null),
    MODEL_DRIFTED("model.drifted", Action.MODEL_WATCHED, "drifted"),
    MODEL_STEADY("model.steady", Action.MODEL_WATCHED, "steady"),
    /** What somebody asked for to see whether a hook works. It happened nowhere. */
    HOOK_TEST("hook.test", null, null);

    private final String wireName;
    private final Action action;
    private final String outcome;

    /**
     * @param action null where it is none
     * @param outcome the only one that is told of; null for each
     */
    EventType(String wireName, Action action, String outcome) {
        this.wireName = wireName;
        this.action = action;
        this.outcome = outcome;
    }

    /** Empty for what nobody is told of. */
    static Optional<EventType> of(Happening happening) {
        return Stream.of(values())
                .filter(type -> type.action == happening.action())
                .filter(type -> type.outcome == null || type.outcome.equals(happening.outcome()))
                .findFirst();
    }

    /** @throws IllegalArgumentException for a name that is none */
    static EventType named(String wireName) {
        return Stream.of(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event type: " + wireName));
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether a grant at the same point that is older must not be acted on any more. */
    boolean supersedesGrants() {
        return switch (this) {
            case ACCESS_GRANTED, ACCESS_DENIED, ACCESS_BLOCKED, ACCESS_MODE -> true;
            case ACCESS_TAKEN,
                    ACCESS_NOT_TAKEN,
                    SUBJECT_ERASE,
                    FACE_ENROLL,
                    FACE_DELETE,
                    CONSENT_GIVE,
                    CONSENT_WITHDRAW,
                    IMPORT_FINISH,
                    MODEL_DRIFTED,
                    MODEL_STEADY,
                    HOOK_TEST -> false;
        };
    }

    /**
     * Whether it says of whom to everybody who is told: a receiver has to know who may pass, and what of whom it must
     * not keep. Who was turned away is a matter between a person and a guard.
     */
    boolean namesSubject() {
        return switch (this) {
            case ACCESS_GRANTED, SUBJECT_ERASE, FACE_DELETE, CONSENT_WITHDRAW -> true;
            case ACCESS_DENIED,
                    ACCESS_BLOCKED,
                    ACCESS_TAKEN,
                    ACCESS_NOT_TAKEN,
                    ACCESS_MODE,
                    FACE_ENROLL,
                    CONSENT_GIVE,
                    IMPORT_FINISH,
                    MODEL_DRIFTED,
                    MODEL_STEADY,
                    HOOK_TEST -> false;
        };
    }
}
