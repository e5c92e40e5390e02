package io.janua.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;

/** Somebody who follows a stream of events. */
public final class EventListener implements AutoCloseable {

    private static final int SILENCE_MILLIS = 60_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private String lastId;

    /** @param lastId null from now on */
    public EventListener(URI url, String key, String lastId) throws IOException {
        connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setRequestProperty("X-API-Key", key);
        connection.setRequestProperty("Accept", "text/event-stream");
        if (lastId != null) {
            connection.setRequestProperty("Last-Event-ID", lastId);
        }
        lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        this.lastId = lastId;
        // The first id says from where on nothing is missed.
        readId();
    }

    /** @param type null when the stream has ended */
    public record Event(String id, String type, String data) {}

    public String lastId() {
        return lastId;
    }

    /** The next one that is none but a heartbeat; all null at the end. */
    public Event next() throws IOException {
        String type = null;
        String data = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                type = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5).strip();
            } else if (line.isEmpty() && data != null) {
                return new Event(lastId, type, data);
            }
        }
        return new Event(null, null, null);
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private void readId() throws IOException {
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3).strip();
            }
        }
    }
}
