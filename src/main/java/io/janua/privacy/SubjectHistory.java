package io.janua.privacy;

import java.util.function.Consumer;

/** What was recorded about a subject. Whoever keeps such records implements it. */
public interface SubjectHistory {

    /**
     * @param subject the caller's own id
     * @param lines takes one JSON object at a time, oldest first; its member {@code time} says when it happened
     */
    void write(String gallery, String subject, Consumer<String> lines);
}
