package io.janua.http;

import io.janua.problem.Problem;
import io.janua.problem.Problems;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Multipart bodies through Netty's parser with everything in memory: the framework's own would put each upload into a
 * file first, and a face must not touch a disk unasked.
 */
final class MultipartImages {

    private static final int BLOCK_BYTES = 64 * 1024;

    private MultipartImages() {}

    static Map<String, byte[]> read(String contentType, InputStream body, UploadLimits limits) throws IOException {
        var factory = new DefaultHttpDataFactory(false);
        factory.setMaxLimit(limits.maxImageBytes());
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(factory, request(contentType));
            byte[] block = body.readNBytes(BLOCK_BYTES);
            while (block.length > 0) {
                decoder.offer(new DefaultHttpContent(Unpooled.wrappedBuffer(block)));
                block = body.readNBytes(BLOCK_BYTES);
            }
            decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
            return images(decoder, limits);
        } catch (DecoderException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // The last where a part's headers are cut off in the middle of a field, which the parser takes for granted.
            throw reason(malformed, limits.maxImageBytes());
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** @throws IllegalArgumentException when it could be no header */
    private static HttpRequest request(String contentType) {
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        if (!HttpPostRequestDecoder.isMultipart(request)) {
            throw unreadable();
        }
        return request;
    }

    private static Map<String, byte[]> images(HttpPostMultipartRequestDecoder decoder, UploadLimits limits)
            throws IOException {
        Map<String, byte[]> images = new LinkedHashMap<>();
        for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
            if (part instanceof HttpData data) {
                if (!data.isCompleted()) {
                    throw Problems.imageTruncated();
                }
                if (ImageUpload.TEXTS.contains(part.getName()) && data.length() > ImageUpload.MAX_TEXT) {
                    throw ImageUploadReader.textTooLong(part.getName());
                }
                int maxBytes = limits.maxBytesOf(part.getName());
                if (data.length() > maxBytes) {
                    throw Problems.imageTooLarge(part.getName(), maxBytes);
                }
                images.put(part.getName(), data.get());
            }
        }
        return images;
    }

    private static Problem reason(RuntimeException malformed, int maxImageBytes) {
        if (malformed.getCause() instanceof IOException) {
            // The data factory's only complaint is the limit.
            return Problems.imageTooLarge("image", maxImageBytes);
        }
        return unreadable();
    }

    private static Problem unreadable() {
        return Problems.bodyInvalid(
                "The multipart body cannot be parsed.",
                "Send the image as the form field 'image', for example: curl -F image=@face.jpg");
    }
}
