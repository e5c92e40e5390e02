package io.janua.hook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What came of telling somebody an event.
 *
 * @param verdict what follows from it
 * @param request as it was sent, without credentials; empty where nothing was
 * @param answer what the receiver answered; empty where it did not
 * @param error why it failed, for people to read; empty when it did not
 * @param retryAfter how long the receiver wants to be left alone
 */
public record Attempt(
        Verdict verdict,
        Optional<Request> request,
        Optional<Answer> answer,
        Optional<String> error,
        Optional<Duration> retryAfter,
        Duration took) {

    public Attempt {
        // PostgreSQL's text takes no zero byte, and a receiver may send one.
        error = error.map(text -> text.replace('\0', '\ufffd'));
    }

    /** What follows from an attempt. */
    public enum Verdict {
        DELIVERED,
        /** Try again later. */
        FAILED,
        /** The receiver says that it is gone for good. */
        GONE
    }

    Attempt withoutContent() {
        return new Attempt(verdict, Optional.empty(), Optional.empty(), error, retryAfter, took);
    }

    /** @param headers without credentials */
    public record Request(String method, String url, Map<String, String> headers, String body) {}

    /**
     * @param status 100 to 599; 0 where the protocol has none
     * @param body its beginning
     */
    public record Answer(int status, Map<String, String> headers, String body) {}
}
