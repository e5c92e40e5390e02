package io.janua.compat.compreface;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The imports of a gallery of Janua, over its API. */
final class JanuaImports {

    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final Web web;
    private final String key;
    private final String gallery;

    JanuaImports(URI address, String key, String gallery) {
        this.web = new Web("Janua", address);
        this.key = key;
        this.gallery = URLEncoder.encode(gallery, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
     * @param total pictures
     */
    record Progress(String id, String state, long total, long enrolled, long refused) {

        boolean isEnded() {
            return !state.equals("running");
        }
    }

    /** Before anything is read from CompreFace. */
    void requireGallery() throws Unusable {
        checked(web.send(request("/v1/galleries/" + gallery)));
    }

    Progress send(InputStream archive, String name, Optional<CompreFaceOptions.Consent> consent) throws Unusable {
        String path = "/v1/galleries/%s/imports?name=%s%s"
                .formatted(
                        gallery,
                        encoded(name),
                        consent.map(given -> "&textVersion=%s&channel=%s"
                                        .formatted(encoded(given.textVersion()), encoded(given.channel())))
                                .orElse(""));
        return progress(checked(web.send(web.request(path)
                .header("X-API-Key", key)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofInputStream(() -> archive))
                .build())));
    }

    /** Empty when it is too busy to say. */
    Optional<Progress> progress(String id) throws Unusable {
        Web.Answer answer = web.send(request("/v1/imports/" + id));
        return BUSY.contains(answer.status()) ? Optional.empty() : Optional.of(progress(checked(answer)));
    }

    private HttpRequest request(String path) {
        return web.quickRequest(path).header("X-API-Key", key).build();
    }

    private JsonNode checked(Web.Answer answer) throws Unusable {
        JsonNode body = web.json(answer);
        if (!answer.isSuccess()) {
            throw new Unusable("Janua refused (%s): %s %s"
                    .formatted(
                            body.path("code").asText(Integer.toString(answer.status())),
                            body.path("detail").asText(),
                            body.path("remedy").asText()));
        }
        return body;
    }

    private static Progress progress(JsonNode view) {
        return new Progress(
                view.path("id").asText(),
                view.path("state").asText(),
                view.path("total").asLong(),
                view.path("enrolled").asLong(),
                view.path("refused").asLong());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
