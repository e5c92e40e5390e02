package io.janua.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.janua.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A multipart body is read or refused. The boundary comes from the input, too, and is one that a body can meet. */
public final class MultipartFuzzer {

    private static final UploadLimits LIMITS = FuzzLimits.SMALL;

    private MultipartFuzzer() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        String contentType = data.consumeBoolean()
                ? "multipart/form-data; boundary=b"
                : "multipart/form-data" + data.consumeAsciiString(60);
        try {
            var upload = new ImageUpload(MultipartImages.read(
                    contentType, new ByteArrayInputStream(data.consumeRemainingAsBytes()), LIMITS));
            upload.presented();
        } catch (Problem refused) {
            // That is an answer.
        }
    }
}
