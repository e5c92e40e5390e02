package io.janua.gallery;

import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** Among whom a search is. */
sealed interface Among {

    /** As a condition on the subject {@code s}. */
    String condition();

    /** Sets the condition's parameters. */
    default void bind(NativeQuery<?> query) {}

    /** How many there are at most who are left out whether or not they take part. */
    default int leavesOut() {
        return 0;
    }

    /** Who is active and valid now. */
    record Participants() implements Among {

        @Override
        public String condition() {
            return """
                    s.status = 'ACTIVE'
                      AND (s.valid_from IS NULL OR s.valid_from <= now())
                      AND (s.valid_until IS NULL OR s.valid_until > now())""";
        }
    }

    record Everybody() implements Among {

        @Override
        public String condition() {
            return "true";
        }
    }

    /** Everybody but one, whether or not they take part. */
    record Others(UUID except) implements Among {

        @Override
        public String condition() {
            return "s.id <> :except";
        }

        @Override
        public void bind(NativeQuery<?> query) {
            query.setParameter("except", except);
        }

        @Override
        public int leavesOut() {
            return 1;
        }
    }
}
