package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits(new TestingLimits(4, 2, 8, 100, 1));

    private record TestingLimits(
            int keyRequestsPerMinute,
            int userRequestsPerMinute,
            int invitationRequestsPerMinute,
            int tenantRequestsPerMinute,
            int failuresPerMinute)
            implements LimitsConfig {}

    private static final class TestingToken implements JsonWebToken {

        @Override
        public String getName() {
            return "Ada";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of();
        }

        @Override
        public <T> T getClaim(String name) {
            return null;
        }
    }

    @Test
    void theDefaultHoldsUntilAKeyHasItsOwnNumber() {
        assertThat(limits.request(key("a", null, null)).limit()).isEqualTo(4);
        assertThat(limits.request(key("b", 7, null)).limit()).isEqualTo(7);
    }

    @Test
    void peopleHaveADefaultOfTheirOwn() {
        var person = QuarkusSecurityIdentity.builder(key("a", null, null))
                .setPrincipal(new TestingToken())
                .addAttribute(Caller.ACTOR, "user:a")
                .build();

        assertThat(limits.request(person).limit()).isEqualTo(2);
    }

    @Test
    void aTenantsOwnNumberLimitsAllItsKeysTogether() {
        assertThat(limits.request(key("a", null, 2)).remaining()).isEqualTo(1);
        assertThat(limits.request(key("b", null, 2)).remaining()).isZero();

        assertThat(limits.request(key("c", null, 2)).granted()).isFalse();
    }

    @Test
    void whatTheTenantIsRefusedIsNotTakenFromTheKey() {
        limits.request(key("a", 2, 1));
        limits.request(key("a", 2, 1));
        limits.request(key("a", 2, 1));

        assertThat(limits.request(key("a", 2, null)).granted()).isTrue();
        assertThat(limits.request(key("a", 2, null)).granted()).isFalse();
    }

    @Test
    void whatTheKeyIsRefusedIsNotTakenFromTheTenant() {
        limits.request(key("a", 1, 2));
        limits.request(key("a", 1, 2));

        assertThat(limits.request(key("b", 1, 2)).granted()).isTrue();
    }

    @Test
    void failuresAreCountedByAddressAndByNetworkOfIpv6() {
        assertThat(limits.failure("10.0.0.1").granted()).isTrue();
        assertThat(limits.failure("10.0.0.1").granted()).isFalse();
        assertThat(limits.failure("10.0.0.2").granted()).isTrue();

        assertThat(limits.failure("2001:db8::1").granted()).isTrue();
        assertThat(limits.failure("2001:db8::ffff:2").granted()).isFalse();
        assertThat(limits.failure("2001:db8:0:1::1").granted()).isTrue();
        assertThat(limits.failure("::1%lo").granted()).isTrue();
    }

    private static SecurityIdentity key(String id, Integer own, Integer ofTenant) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(id))
                .addAttribute(Caller.TENANT, "acme")
                .addAttribute(Caller.ACTOR, "api-key:" + id)
                .addAttribute(Caller.REQUESTS_PER_MINUTE, own)
                .addAttribute(Caller.TENANT_REQUESTS_PER_MINUTE, ofTenant)
                .build();
    }
}
