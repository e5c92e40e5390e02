package io.janua.hook.relay;

import io.janua.hook.Attempt;
import io.janua.hook.http.Attempts;
import io.janua.hook.http.HttpCall;
import io.janua.hook.http.HttpCaller;
import io.janua.hook.http.HttpOutcome;
import io.janua.problem.Problems;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Calls devices, and proves to them who calls when they ask. */
@Singleton
class DeviceCaller {

    private static final int UNAUTHORIZED = 401;

    private final HttpCaller caller;

    DeviceCaller(HttpCaller caller) {
        this.caller = caller;
    }

    /** @throws io.janua.problem.Problem {@code validation_failed} or {@code hook_address_private} */
    void check(String url) {
        caller.check("target.url", url);
    }

    /** A device's own address: what is asked of it is not for users to say. */
    void checkBase(String url) {
        check(url);
        if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            throw Problems.invalid(
                    "target.url", "The device's address has a query.", "Write http:// or https:// and its address.");
        }
    }

    /**
     * @param call shown as it is, so without credentials
     * @param complaint what a device says in an answer that is a success to HTTP
     */
    Attempt attempt(
            HttpCall call,
            Optional<Login> login,
            Duration limit,
            Function<HttpOutcome.Answered, Optional<String>> complaint) {
        HttpOutcome outcome = call(call, login, limit);
        Attempt attempt = Attempts.of(call, outcome);
        Optional<String> error = outcome instanceof HttpOutcome.Answered answered
                ? answered.status() == UNAUTHORIZED
                        ? Optional.of("The device refuses user or password.")
                        : complaint.apply(answered).or(attempt::error)
                : attempt.error();
        // 410 is a farewell for subscriptions; a device that answers so has another firmware, and a door goes on.
        return new Attempt(
                error.isPresent() ? Attempt.Verdict.FAILED : attempt.verdict(),
                attempt.request(),
                attempt.answer(),
                error,
                attempt.retryAfter(),
                attempt.took());
    }

    private HttpOutcome call(HttpCall call, Optional<Login> login, Duration limit) {
        HttpOutcome first = caller.call(call, limit);
        Optional<String> proof = login.flatMap(who -> proof(call, who, first));
        if (proof.isEmpty()) {
            return first;
        }
        var headers = new LinkedHashMap<>(call.headers());
        headers.put("Authorization", proof.get());
        var again = new HttpCall(call.method(), call.url(), headers, call.body());
        Duration left = limit.minus(first.took());
        return left.isPositive() ? caller.call(again, left) : first;
    }

    private static Optional<String> proof(HttpCall call, Login login, HttpOutcome outcome) {
        if (!(outcome instanceof HttpOutcome.Answered answered) || answered.status() != UNAUTHORIZED) {
            return Optional.empty();
        }
        String asked = answered.headers().getOrDefault("www-authenticate", "");
        Optional<DigestChallenge> digest = DigestChallenge.parse(asked);
        if (digest.isPresent()) {
            return digest.map(challenge -> challenge.answer(
                    login, call.method(), target(call.url()), UUID.randomUUID().toString()));
        }
        // This sends the password itself, so only where nobody else reads it.
        boolean basic = asked.regionMatches(true, 0, "Basic", 0, "Basic".length())
                && call.url().startsWith("https:");
        return basic ? Optional.of(login.basic()) : Optional.empty();
    }

    private static String target(String url) {
        URI uri = URI.create(url);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
