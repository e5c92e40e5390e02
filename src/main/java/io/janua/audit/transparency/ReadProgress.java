package io.janua.audit.transparency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Shows how far a file is read: to a person at a terminal, and only when it takes long enough to wonder. */
final class ReadProgress extends FilterInputStream {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(200);

    private final long total;
    private final Optional<PrintStream> terminal;
    private long nextShown = System.nanoTime() + PATIENCE.toNanos();
    private long read;
    private boolean shown;

    ReadProgress(InputStream in, long total, Optional<PrintStream> terminal) {
        super(in);
        this.total = total;
        this.terminal = terminal;
    }

    static Optional<PrintStream> terminal(PrintStream stream) {
        boolean person = System.console() != null && System.console().isTerminal();
        return person ? Optional.of(stream) : Optional.empty();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        read += Math.max(0, count);
        long now = System.nanoTime();
        if (now - nextShown >= 0) {
            nextShown = now + STEP.toNanos();
            terminal.ifPresent(stream -> {
                stream.printf("\rChecking … %d %%", Math.min(100, 100 * read / Math.max(1, total)));
                shown = true;
            });
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        if (shown) {
            terminal.ifPresent(stream -> stream.print("\r                 \r"));
        }
        super.close();
    }
}
