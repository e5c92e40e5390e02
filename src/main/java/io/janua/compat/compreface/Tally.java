package io.janua.compat.compreface;

import java.util.Set;
import java.util.TreeSet;

/** What has become of the examples so far. */
final class Tally {

    private final Set<String> withoutPicture = new TreeSet<>();
    private final Set<String> unnameable = new TreeSet<>();
    private long read;
    private long enrolled;
    private long refused;

    void read() {
        read++;
    }

    void withoutPicture(String subject) {
        withoutPicture.add(subject);
    }

    void unnameable(String subject) {
        unnameable.add(subject);
    }

    void ended(long enrolled, long refused) {
        this.enrolled += enrolled;
        this.refused += refused;
    }

    long pictures() {
        return read;
    }

    long enrolled() {
        return enrolled;
    }

    long refused() {
        return refused;
    }

    /** Subjects with an example that CompreFace keeps no picture of. */
    Set<String> subjectsWithoutPicture() {
        return withoutPicture;
    }

    /** Subjects whose name cannot be an id here. */
    Set<String> unnameableSubjects() {
        return unnameable;
    }

    boolean everybodyIsEnrolled() {
        return refused == 0 && withoutPicture.isEmpty() && unnameable.isEmpty();
    }
}
