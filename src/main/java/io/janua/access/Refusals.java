package io.janua.access;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import java.time.Instant;
import java.util.Collection;

/** What points, groups, schedules and rules are refused for alike. */
final class Refusals {

    private Refusals() {}

    /** It was there a moment ago. */
    static Problem galleryGone(String gallery) {
        return new Problem(
                ProblemCode.GALLERY_NOT_FOUND,
                "There is no gallery '%s' any more.".formatted(gallery),
                "gallery",
                "List the galleries with GET /v1/galleries.");
    }

    /** @param what a sentence without its end, such as "There are no subjects" */
    static Problem unknown(String field, String what, Collection<String> names) {
        return new Problem(
                        ProblemCode.ACCESS_REFERENCE_UNKNOWN,
                        "%s: %s.".formatted(what, String.join(", ", names)),
                        field,
                        "Create them first, or correct the names.")
                .with("names", names);
    }

    /** @param from null for always */
    static void refuseEmptyValidity(Instant from, Instant until) {
        if (from != null && until != null && !until.isAfter(from)) {
            throw Problems.invalid(
                    "validUntil", "'validUntil' is not after 'validFrom'.", "Exchange them, or leave one out.");
        }
    }
}
