package io.janua.hook.http;

import io.janua.hook.Attempt;
import io.janua.hook.Attempt.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls and their outcomes as attempts. */
public final class Attempts {

    private static final int GONE = 410;

    private Attempts() {}

    /**
     * By the status: 2xx is delivered, 410 gone for good, everything else a failure, a redirect too.
     *
     * @param shown the call as it may be shown: without credentials
     */
    public static Attempt of(HttpCall shown, HttpOutcome outcome) {
        var request = new Attempt.Request(
                shown.method(), shown.url(), shown.headers(), shown.body().orElse(""));
        return switch (outcome) {
            case HttpOutcome.Answered answered ->
                new Attempt(
                        verdict(answered),
                        Optional.of(request),
                        Optional.of(new Attempt.Answer(
                                answered.status(), withoutCookies(answered.headers()), answered.body())),
                        answered.isSuccess() ? Optional.empty() : Optional.of(told(answered.status())),
                        answered.retryAfter(),
                        answered.took());
            case HttpOutcome.Unanswered unanswered ->
                new Attempt(
                        Verdict.FAILED,
                        Optional.of(request),
                        Optional.empty(),
                        Optional.of(unanswered.reason()),
                        Optional.empty(),
                        unanswered.took());
        };
    }

    private static Verdict verdict(HttpOutcome.Answered answered) {
        if (answered.isSuccess()) {
            return Verdict.DELIVERED;
        }
        return answered.status() == GONE ? Verdict.GONE : Verdict.FAILED;
    }

    private static String told(int status) {
        return status / 100 == 3
                ? "The receiver answered %d; redirects are not followed.".formatted(status)
                : "The receiver answered %d.".formatted(status);
    }

    private static Map<String, String> withoutCookies(Map<String, String> headers) {
        var kept = new TreeMap<>(headers);
        kept.remove("set-cookie");
        return kept;
    }
}
