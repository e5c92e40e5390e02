package io.janua.evaluation;

/** What is at the bottom of a failure: wrappers say no more than that something failed. */
final class Causes {

    private Causes() {}

    static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String says = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return says.strip().replaceAll("\\s+", " ");
    }
}
