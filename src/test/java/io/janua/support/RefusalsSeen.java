package io.janua.support;

import io.janua.security.CredentialsRefused;
import io.janua.security.RequestRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the service tells of those it turned away. */
@ApplicationScoped
public class RefusalsSeen {

    private final Queue<CredentialsRefused> credentials = new ConcurrentLinkedQueue<>();
    private final Queue<RequestRefused> requests = new ConcurrentLinkedQueue<>();

    void refused(@Observes CredentialsRefused refused) {
        credentials.add(refused);
    }

    void refused(@Observes RequestRefused refused) {
        requests.add(refused);
    }

    public List<CredentialsRefused> ofAddress(String address) {
        return credentials.stream()
                .filter(refused -> address.equals(refused.address()))
                .toList();
    }

    public List<CredentialsRefused> ofCredentials(String keyId) {
        return credentials.stream()
                .filter(refused -> ("api-key:" + keyId).equals(refused.actor()))
                .toList();
    }

    public List<RequestRefused> ofRequests(String keyId) {
        return requests.stream()
                .filter(refused -> ("api-key:" + keyId).equals(refused.actor()))
                .toList();
    }
}
