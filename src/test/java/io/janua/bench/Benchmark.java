package io.janua.bench;

/** One of the things that are measured. */
interface Benchmark {

    /**
     * Adds what it finds to the report, row by row, so that a failure in the middle loses nothing.
     *
     * @throws org.opentest4j.TestAbortedException when photographs that it needs are absent
     */
    void run(Report report);
}
