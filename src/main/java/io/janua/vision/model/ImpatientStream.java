package io.janua.vision.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A download that is given up when nothing comes any more. The timeout of an HTTP request ends with its headers, so a
 * body that stalls would be waited for without end.
 */
final class ImpatientStream extends FilterInputStream {

    private final Duration patience;
    private volatile boolean gaveUp;

    /**
     * @param body that another thread may close while it is read
     * @param patience with each read
     */
    ImpatientStream(InputStream body, Duration patience) {
        super(body);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var arrived = new CompletableFuture<Void>();
        arrived.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> giveUp());
        try {
            return super.read(buffer, offset, length);
        } catch (IOException failed) {
            throw gaveUp
                    ? new IOException("nothing came for %d seconds".formatted(patience.toSeconds()), failed)
                    : failed;
        } finally {
            arrived.complete(null);
        }
    }

    private Void giveUp() {
        gaveUp = true;
        try {
            close();
        } catch (IOException ignored) {
            // Whoever reads hears of it.
        }
        return null;
    }
}
