package io.janua.http;

import io.janua.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;

/** Images in base64 within JSON are read or refused. */
public final class ImageJsonFuzzer {

    private static final ImageUploadReader READER = new ImageUploadReader(FuzzLimits.SMALL);

    private ImageJsonFuzzer() {}

    public static void fuzzerTestOneInput(byte[] body) throws IOException {
        var headers = new MultivaluedHashMap<String, String>();
        headers.putSingle("Content-Type", MediaType.APPLICATION_JSON);
        try {
            READER.readFrom(
                            ImageUpload.class,
                            ImageUpload.class,
                            new Annotation[0],
                            MediaType.APPLICATION_JSON_TYPE,
                            headers,
                            new ByteArrayInputStream(body))
                    .presented();
        } catch (Problem refused) {
            // That is an answer.
        }
    }
}
