package io.janua.support;

import static io.janua.support.Api.FIRST_KEY;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An archive that comes in two halves, with something between. */
public final class SlowUpload implements AutoCloseable {

    private static final int ANSWER_MILLIS = 60_000;

    private final Socket socket;
    private final byte[] archive;
    private final int half;

    private SlowUpload(Socket socket, byte[] archive) {
        this.socket = socket;
        this.archive = archive;
        this.half = archive.length / 2;
    }

    /** Its first half is on the way. */
    public static SlowUpload begun(URI service, String gallery, byte[] archive) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(ANSWER_MILLIS);
        var upload = new SlowUpload(socket, archive);
        socket.getOutputStream().write("""
                POST /v1/galleries/%s/imports?textVersion=1&channel=paper HTTP/1.1
                Host: localhost
                X-API-Key: %s
                Content-Type: application/zip
                Content-Length: %d
                Connection: close

                """.formatted(gallery, FIRST_KEY, archive.length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(archive, 0, upload.half);
        socket.getOutputStream().flush();
        return upload;
    }

    /** @return the whole answer */
    public String rest() throws IOException {
        socket.getOutputStream().write(archive, half, archive.length - half);
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
