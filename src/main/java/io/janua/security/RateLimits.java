package io.janua.security;

import io.github.bucket4j.TimeMeter;
import io.janua.instance.SharedCounts;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who may come how often. Each instance of the service counts in its own memory and tells the others once a second, so
 * that a limit holds for all of them together.
 */
@ApplicationScoped
class RateLimits implements SharedCounts {

    private final LimitsConfig config;
    private final Buckets buckets = new Buckets(TimeMeter.SYSTEM_NANOTIME);

    RateLimits(LimitsConfig config) {
        this.config = config;
    }

    /** Takes one request from what the caller has and from what their tenant has, or from neither. */
    Draw request(SecurityIdentity caller) {
        String actor = caller.getAttribute(Caller.ACTOR);
        Allowance own = Allowance.ofRequests(own(caller, Caller.REQUESTS_PER_MINUTE)
                .orElseGet(() -> caller.getPrincipal() instanceof JsonWebToken
                        ? config.userRequestsPerMinute()
                        : config.keyRequestsPerMinute()));
        Draw ofCaller = buckets.draw(actor, own);
        if (!ofCaller.granted()) {
            return ofCaller;
        }
        Draw ofTenant = buckets.draw(
                "tenant:" + caller.getAttribute(Caller.TENANT),
                Allowance.ofRequests(
                        own(caller, Caller.TENANT_REQUESTS_PER_MINUTE).orElseGet(config::tenantRequestsPerMinute)));
        if (!ofTenant.granted()) {
            buckets.giveBack(actor, own);
        }
        return ofCaller.tighter(ofTenant);
    }

    /** Wrong credentials. A right key is never refused for others' wrong ones: none of them can be guessed. */
    Draw failure(String address) {
        return buckets.draw("address:" + ClientNetwork.of(address), Allowance.ofFailures(config.failuresPerMinute()));
    }

    @Override
    public Map<Long, Long> takeNews() {
        return buckets.takeNews();
    }

    @Override
    public void countedElsewhere(Map<Long, Long> counts) {
        buckets.drawnElsewhere(counts);
    }

    private static Optional<Integer> own(SecurityIdentity caller, String attribute) {
        return Optional.ofNullable(caller.getAttribute(attribute));
    }
}
