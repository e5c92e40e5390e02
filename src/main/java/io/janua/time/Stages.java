package io.janua.time;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Watches how long the stages of a decision take. Whoever does the work knows nothing of who watches. */
public interface Stages {

    /** For work that nobody watches: tools and tests. */
    Stages UNWATCHED = new Stages() {
        @Override
        public <T> T watch(Stage stage, Supplier<T> work) {
            return work.get();
        }

        @Override
        public void waited(long since) {}

        @Override
        public <T> Callable<T> carried(Callable<T> work) {
            return work;
        }
    };

    /** Does the work at once, on this thread. */
    <T> T watch(Stage stage, Supplier<T> work);

    /**
     * The caller's work begins now.
     *
     * @param since when it was asked for, by {@link System#nanoTime()}
     */
    void waited(long since);

    /** The same work for another thread, which then belongs to what this thread is doing. */
    <T> Callable<T> carried(Callable<T> work);
}
