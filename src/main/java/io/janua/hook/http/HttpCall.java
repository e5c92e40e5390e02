package io.janua.hook.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to somebody else's server.
 *
 * @param url begins with {@code http://} or {@code https://} and a host
 * @param headers Host, Content-Length and Connection are the caller's own business
 */
public record HttpCall(String method, String url, Map<String, String> headers, Optional<String> body) {

    public HttpCall {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The query may hold a credential, as may headers and body. */
    @Override
    public String toString() {
        return "HttpCall[%s]".formatted(method);
    }
}
