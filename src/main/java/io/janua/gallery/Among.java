package io.janua.gallery;

import java.util.UUID;

/** Among whom a search is. */
sealed interface Among {

    /** As a condition on the subject {@code s}. */
    String condition();

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
            // An id of our own, not the caller's text.
            return "s.id <> '%s'".formatted(except);
        }
    }
}
