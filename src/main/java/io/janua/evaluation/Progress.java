package io.janua.evaluation;

import java.io.PrintStream;
import java.time.Duration;

/** Says how far the work is: on a terminal in one line that moves, elsewhere now and then in a line of its own. */
final class Progress {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(15);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private String label = "";
    private long began;
    private long said;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static Progress on(PrintStream err) {
        return new Progress(err, System.console() != null && System.console().isTerminal());
    }

    synchronized void begin(String what) {
        label = what;
        began = System.nanoTime();
        said = began;
        if (terminal) {
            err.print("%s%s …".formatted(CLEAR_LINE, label));
            err.flush();
        }
    }

    synchronized void at(long done, long of) {
        long now = System.nanoTime();
        if (done == 0 || now - said < (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            return;
        }
        said = now;
        long left = Math.round((now - began) / 1e9 * (of - done) / done);
        String line = "%s … %s of %s, %d s left".formatted(label, Shown.count(done), Shown.count(of), left);
        if (terminal) {
            err.print(CLEAR_LINE + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    synchronized void end() {
        err.printf("%s%s: %.1f s%n", terminal ? CLEAR_LINE : "", label, (System.nanoTime() - began) / 1e9);
    }

    /** A line that stays. */
    synchronized void say(String line) {
        err.println((terminal ? CLEAR_LINE : "") + line);
    }
}
