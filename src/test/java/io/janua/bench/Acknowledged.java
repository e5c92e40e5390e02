package io.janua.bench;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the service has said that it did, and what it was asked for without an answer. For any number of threads. */
final class Acknowledged {

    /** Somebody in a gallery. */
    record Enrolled(String gallery, String person) {}

    private final Set<String> requests = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Set<Enrolled> enrolled = ConcurrentHashMap.newKeySet();
    private final Set<Enrolled> erased = ConcurrentHashMap.newKeySet();
    private final AtomicInteger rekeyings = new AtomicInteger();
    private final AtomicInteger wrongAnswers = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    void request(String id) {
        requests.add(id);
    }

    void unanswered(String id) {
        unanswered.add(id);
    }

    void enrolled(Enrolled somebody) {
        enrolled.add(somebody);
    }

    /** Nothing is known of somebody whose erasure was asked for, until it is acknowledged. */
    void toBeErased(Enrolled somebody) {
        enrolled.remove(somebody);
    }

    void erased(Enrolled somebody) {
        erased.add(somebody);
    }

    void rekeying() {
        rekeyings.incrementAndGet();
    }

    /** It was another person, or nobody, who was found. */
    void wrongAnswer() {
        wrongAnswers.incrementAndGet();
    }

    /** It said that it failed, though nothing was killed yet. */
    void failure() {
        failures.incrementAndGet();
    }

    Set<String> requests() {
        return new TreeSet<>(requests);
    }

    int unansweredCount() {
        return unanswered.size();
    }

    Set<Enrolled> enrolled() {
        return Set.copyOf(enrolled);
    }

    Set<Enrolled> erased() {
        return Set.copyOf(erased);
    }

    int rekeyings() {
        return rekeyings.get();
    }

    int wrongAnswers() {
        return wrongAnswers.get();
    }

    int failures() {
        return failures.get();
    }
}
