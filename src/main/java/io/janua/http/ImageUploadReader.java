package io.janua.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.janua.problem.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads images in their three forms, never writing one to a disk. */
@Provider
@Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON, "image/*"})
public class ImageUploadReader implements MessageBodyReader<ImageUpload> {

    private static final JsonFactory JSON = new JsonFactory();

    private final UploadLimits limits;

    ImageUploadReader(UploadLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ImageUpload.class;
    }

    @Override
    public ImageUpload readFrom(
            Class<ImageUpload> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (contentType == null) {
            // The first bytes tell what it is.
            return new ImageUpload(Map.of("image", raw(headers, body)));
        }
        if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(mediaType)) {
            return new ImageUpload(MultipartImages.read(contentType, body, limits));
        }
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType)) {
            return new ImageUpload(json(body));
        }
        return new ImageUpload(Map.of("image", raw(headers, body)));
    }

    private byte[] raw(MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        int room = limits.maxImageBytes() + 1;
        String announced = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        if (announced != null) {
            // One array of the right size instead of a chain of growing ones; a body never exceeds its announcement.
            room = (int) Math.min(room, Long.parseLong(announced));
        }
        byte[] bytes = announced == null ? body.readNBytes(room) : new byte[room];
        if (announced != null && body.readNBytes(bytes, 0, room) < room) {
            throw Problems.imageTruncated();
        }
        if (bytes.length > limits.maxImageBytes()) {
            throw Problems.imageTooLarge("image", limits.maxImageBytes());
        }
        return bytes;
    }

    private Map<String, byte[]> json(InputStream body) throws IOException {
        Map<String, byte[]> images = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return images;
            }
            if (first != JsonToken.START_OBJECT) {
                throw notAnObject();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw notAnObject();
                }
                images.put(field, ImageUpload.TEXTS.contains(field) ? text(parser) : image(parser, field));
            }
            return images;
        } catch (JsonProcessingException | CharConversionException | IllegalArgumentException malformed) {
            throw notAnObject();
        }
    }

    private byte[] image(JsonParser parser, String field) throws IOException {
        var image = new BoundedBytes(field, limits.maxBytesOf(field));
        parser.readBinaryValue(image);
        return image.toByteArray();
    }

    private static byte[] text(JsonParser parser) throws IOException {
        if (parser.getTextLength() > ImageUpload.MAX_TEXT) {
            throw textTooLong(parser.currentName());
        }
        return parser.getText().getBytes(StandardCharsets.UTF_8);
    }

    static RuntimeException textTooLong(String field) {
        return Problems.invalid(
                field,
                "'%s' has more than %d characters.".formatted(field, ImageUpload.MAX_TEXT),
                "Send it as it was read or entered.");
    }

    private static RuntimeException notAnObject() {
        return Problems.bodyInvalid(
                "The body is not a JSON object with base64 images.",
                "Send {\"image\": \"<base64>\"}, plain base64 without a 'data:' prefix.");
    }

    /** Decoded base64 that stops growing at the limit. */
    private static final class BoundedBytes extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final String field;
        private final int maxBytes;

        BoundedBytes(String field, int maxBytes) {
            this.field = field;
            this.maxBytes = maxBytes;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            if (bytes.size() + length > maxBytes) {
                throw Problems.imageTooLarge(field, maxBytes);
            }
            bytes.write(source, offset, length);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
