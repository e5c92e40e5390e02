package io.janua.compat.compreface;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/** The examples as CompreFace's REST API 1.x lists them. */
final class CompreFaceApi implements Examples {

    private static final int PAGE = 100;
    private static final String FACES = "/api/v1/recognition/faces";
    /** Its own code, in the body. */
    private static final int NO_SUCH_SERVICE = 10;

    private final Web web;
    private final String key;
    private final Queue<Listed> listed = new ArrayDeque<>();
    /** A page shifts when somebody enrols meanwhile. */
    private final Set<UUID> seen = new HashSet<>();

    private long total;
    private int pages = 1;
    private int nextPage;

    private record Listed(String subject, UUID id) {}

    /** @param key of a recognition service */
    static CompreFaceApi of(URI address, String key) throws Unusable {
        var api = new CompreFaceApi(address, key);
        api.readPage();
        return api;
    }

    private CompreFaceApi(URI address, String key) {
        this.web = new Web("CompreFace", address);
        this.key = key;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public boolean hasNext() throws Unusable {
        while (listed.isEmpty() && nextPage < pages) {
            readPage();
        }
        if (listed.isEmpty() && seen.size() < total) {
            throw new Unusable("CompreFace has %d examples and listed %d: some were deleted meanwhile. Call it again."
                    .formatted(total, seen.size()));
        }
        return !listed.isEmpty();
    }

    @Override
    public Example next() throws Unusable {
        Listed example = listed.remove();
        return new Example(
                example.subject(),
                example.id(),
                get("%s/%s/img".formatted(FACES, example.id())).body());
    }

    private void readPage() throws Unusable {
        JsonNode page = web.json(get("%s?page=%d&size=%d".formatted(FACES, nextPage, PAGE)));
        total = Math.max(total, page.path("total_elements").asLong());
        pages = page.path("total_pages").asInt();
        nextPage++;
        for (JsonNode face : page.path("faces")) {
            UUID id = id(face);
            if (seen.add(id)) {
                listed.add(new Listed(face.path("subject").asText(), id));
            }
        }
    }

    private Web.Answer get(String path) throws Unusable {
        Web.Answer answer =
                web.send(web.quickRequest(path).header("x-api-key", key).build());
        if (!answer.isSuccess()) {
            JsonNode why = web.json(answer);
            if (why.path("code").asInt() == NO_SUCH_SERVICE) {
                throw new Unusable(
                        "CompreFace knows no recognition service with this key: copy the key of the service of"
                                + " type RECOGNITION into COMPREFACE_API_KEY.");
            }
            throw new Unusable("CompreFace answered %d: %s"
                    .formatted(answer.status(), why.path("message").asText("it gives no reason")));
        }
        return answer;
    }

    private static UUID id(JsonNode face) throws Unusable {
        try {
            return UUID.fromString(face.path("image_id").asText());
        } catch (IllegalArgumentException other) {
            throw new Unusable("CompreFace lists a face without an id: only versions 1.0 to 1.2 can be read.");
        }
    }
}
