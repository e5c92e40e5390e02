package io.janua.enrollment;

import io.janua.gallery.GalleryPolicy;
import io.janua.gallery.GalleryRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets few of the many store at a time. Whoever waits for a turn here holds no connection: where duplicates are refused,
 * one enrolment goes after the other, and the others would else wait with all connections of the pool.
 */
@ApplicationScoped
public class StoringTurns {

    public static final int AT_A_TIME = 4;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    /** @param store opens its own transaction */
    <T> T store(GalleryRef gallery, Supplier<T> store) {
        int taken = gallery.policy().duplicates() == GalleryPolicy.Duplicates.REFUSE ? AT_A_TIME : 1;
        turns.acquireUninterruptibly(taken);
        try {
            return store.get();
        } finally {
            turns.release(taken);
        }
    }
}
