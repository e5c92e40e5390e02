package io.janua.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {

    @Test
    void anAdministratorMayDoEverythingButMakeTenants() {
        assertThat(Roles.operations(Set.of("admin"), "acme"))
                .containsAll(without(Operations.ALL, Operations.TENANTS))
                .doesNotContain(Operations.TENANTS);
    }

    @Test
    void onlyAnAdministratorOfThePlatformMakesTenants() {
        assertThat(Roles.operations(Set.of("admin"), "default")).isEqualTo(Operations.ALL);
        assertThat(Roles.operations(Set.of("enroller", "operator", "auditor", "device"), "default"))
                .doesNotContain(Operations.TENANTS);
    }

    @Test
    void anEnrollerRecognisesNobody() {
        assertThat(Roles.operations(Set.of("enroller"), "acme"))
                .containsExactlyInAnyOrder(
                        "detect",
                        "compare",
                        "enroll",
                        "consents.write",
                        "subjects.read",
                        "subjects.write",
                        "galleries.read",
                        "faces.read",
                        "models.read");
    }

    @Test
    void anOperatorRecognisesAndGuards() {
        assertThat(Roles.operations(Set.of("operator"), "acme"))
                .containsExactlyInAnyOrder(
                        "detect",
                        "compare",
                        "verify",
                        "identify",
                        "subjects.read",
                        "galleries.read",
                        "faces.read",
                        "models.read",
                        "system.read",
                        "access.decide",
                        "access.read",
                        "access.operate",
                        "events.read");
    }

    @Test
    void anAuditorOnlyReads() {
        assertThat(Roles.operations(Set.of("auditor"), "acme"))
                .containsExactlyInAnyOrder(
                        "audit.read", "privacy.read", "galleries.read", "subjects.read", "system.read", "access.read");
    }

    @Test
    void aDeviceRecognises() {
        assertThat(Roles.operations(Set.of("device"), "acme"))
                .containsExactlyInAnyOrder("verify", "identify", "galleries.read", "access.decide");
    }

    @Test
    void severalRolesPermitWhatEachOfThemPermits() {
        assertThat(Roles.operations(Set.of("auditor", "device"), "acme"))
                .contains("audit.read", "identify")
                .hasSize(9);
    }

    @Test
    void aRoleOfTheIdentityProviderThatJanuaDoesNotKnowPermitsNothing() {
        assertThat(Roles.operations(Set.of("offline_access", "Admin", ""), "default"))
                .isEmpty();
        assertThat(Roles.operations(Set.of(), "default")).isEmpty();
    }

    private static Set<String> without(Set<String> operations, String one) {
        var rest = new HashSet<>(operations);
        rest.remove(one);
        return rest;
    }
}
