package io.janua.ops;

import io.quarkus.cache.CacheResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether an identity provider answers. What it said is remembered for some seconds, so callers cannot make it busy. */
@ApplicationScoped
class IdentityProviderProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** @param address without a slash at its end */
    @CacheResult(cacheName = "identity-provider-reachable")
    public boolean answers(String address) {
        try {
            var question = HttpRequest.newBuilder(URI.create(address + DISCOVERY))
                    .timeout(TIMEOUT)
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
