package io.janua.bench;

/** What happens now, on standard error: standard output holds results only. */
final class Progress {

    private static final long BEGIN = System.nanoTime();

    private Progress() {}

    static void say(String format, Object... arguments) {
        long seconds = (System.nanoTime() - BEGIN) / 1_000_000_000;
        System.err.printf("%4d s  %s%n", seconds, format.formatted(arguments));
    }
}
