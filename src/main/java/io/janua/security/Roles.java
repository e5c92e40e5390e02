package io.janua.security;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each role permits. People, and machines with an account of their own, have roles; API keys list operations. */
final class Roles {

    static final String ADMIN = "admin";
    static final String ENROLLER = "enroller";
    static final String OPERATOR = "operator";
    static final String AUDITOR = "auditor";
    static final String DEVICE = "device";

    private static final Map<String, Set<String>> OPERATIONS = Map.of(
            ADMIN,
            everythingBut(Operations.TENANTS),
            ENROLLER,
            Set.of(
                    Operations.DETECT,
                    Operations.COMPARE,
                    Operations.ENROLL,
                    Operations.CONSENTS_WRITE,
                    Operations.SUBJECTS_READ,
                    Operations.SUBJECTS_WRITE,
                    Operations.GALLERIES_READ,
                    Operations.FACES_READ,
                    Operations.MODELS_READ),
            OPERATOR,
            Set.of(
                    Operations.DETECT,
                    Operations.COMPARE,
                    Operations.VERIFY,
                    Operations.IDENTIFY,
                    Operations.SUBJECTS_READ,
                    Operations.GALLERIES_READ,
                    Operations.FACES_READ,
                    Operations.MODELS_READ,
                    Operations.SYSTEM_READ,
                    Operations.ACCESS_DECIDE,
                    Operations.ACCESS_READ,
                    Operations.ACCESS_OPERATE,
                    Operations.EVENTS_READ),
            AUDITOR,
            Set.of(
                    Operations.AUDIT_READ,
                    Operations.PRIVACY_READ,
                    Operations.GALLERIES_READ,
                    Operations.SUBJECTS_READ,
                    Operations.SYSTEM_READ,
                    Operations.ACCESS_READ),
            DEVICE,
            Set.of(Operations.VERIFY, Operations.IDENTIFY, Operations.GALLERIES_READ, Operations.ACCESS_DECIDE));

    private Roles() {}

    /** Roles that Janua does not know permit nothing: an identity provider has others of its own. */
    static Set<String> operations(Set<String> roles, String tenant) {
        var granted = roles.stream().flatMap(role -> Optional.ofNullable(OPERATIONS.get(role)).stream());
        var platform = roles.contains(ADMIN) && tenant.equals(TenantIds.PLATFORM)
                ? Stream.of(Set.of(Operations.TENANTS))
                : Stream.<Set<String>>empty();
        return Stream.concat(granted, platform).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> everythingBut(String operation) {
        return Operations.ALL.stream()
                .filter(other -> !other.equals(operation))
                .collect(Collectors.toUnmodifiableSet());
    }
}
