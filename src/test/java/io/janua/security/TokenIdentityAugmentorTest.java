package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.StringPermission;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class TokenIdentityAugmentorTest {

    private static final JsonWebToken TOKEN = new TestingToken(Map.of("sub", "4711", "upn", "alice"));

    /** As the extension leaves it: every word of the token's scope is a permission. */
    private static SecurityIdentity verified(Set<String> roles, String... scope) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(TOKEN)
                .addCredential(new TokenCredential("text", "bearer"))
                .addAttribute("of-the-extension", "kept")
                .addRoles(roles)
                .addPermissionsAsString(Set.of(scope))
                .build();
    }

    @Test
    void aTokensScopePermitsNothing() {
        SecurityIdentity nobody = augmented(verified(Set.of(), Operations.TENANTS, Operations.API_KEYS));
        SecurityIdentity device = augmented(verified(Set.of(Roles.DEVICE), Operations.API_KEYS));

        assertThat(Operations.ALL).noneMatch(operation -> permits(nobody, operation));
        assertThat(Operations.ALL)
                .filteredOn(operation -> permits(device, operation))
                .containsExactlyInAnyOrder(
                        Operations.VERIFY, Operations.IDENTIFY, Operations.GALLERIES_READ, Operations.ACCESS_DECIDE);
    }

    @Test
    void whoItIsStays() {
        SecurityIdentity device = augmented(verified(Set.of(Roles.DEVICE)));

        assertThat(device.isAnonymous()).isFalse();
        assertThat(device.getPrincipal()).isSameAs(TOKEN);
        assertThat(device.getRoles()).containsExactly(Roles.DEVICE);
        assertThat(device.getCredential(TokenCredential.class).getToken()).isEqualTo("text");
        assertThat(device.getAttributes())
                .containsEntry("of-the-extension", "kept")
                .containsEntry(Caller.TENANT, "acme")
                .containsEntry(Caller.ACTOR, "user:4711")
                .containsEntry(Caller.ACTOR_NAME, "alice");
    }

    private static SecurityIdentity augmented(SecurityIdentity verified) {
        return TokenIdentityAugmentor.identity(verified, TOKEN, "acme", new KnownTenants.Known(true, null));
    }

    private static boolean permits(SecurityIdentity identity, String operation) {
        return identity.checkPermissionBlocking(new StringPermission(operation));
    }

    private record TestingToken(Map<String, String> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return claims.get("upn");
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
