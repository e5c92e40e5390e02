package io.janua.security;

import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Nobody hands out more than they have, and who hands out keys is limited by operations, not by galleries. */
@ApplicationScoped
class ApiKeyRules {

    private static final Set<String> OF_THE_WHOLE_TENANT =
            Set.of(Operations.API_KEYS, Operations.KEYS_ROTATE, Operations.TENANTS);

    private final ApiKeyRepository keys;
    private final Caller caller;

    ApiKeyRules(ApiKeyRepository keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    void checkMayCreate(NewApiKey wanted) {
        var unknown = new TreeSet<>(wanted.operations());
        unknown.removeAll(Operations.ALL);
        if (!unknown.isEmpty()) {
            throw Problems.invalid(
                    "operations",
                    "There is no operation %s.".formatted(unknown),
                    "Choose among %s.".formatted(new TreeSet<>(Operations.ALL)));
        }
        checkMayHandOut(wanted.operations());
        checkMayEnd(wanted.expiresAt());
        checkMayBeLimited(wanted);
    }

    /** A new secret is as good as a new key. */
    void checkMayRotate(ApiKey key) {
        checkGoesOn(key);
        checkMayHandOut(key.operations);
        checkMayEnd(key.expiresAt);
    }

    void checkMayChange(ApiKey key, ApiKeyContent wanted) {
        checkMayHandOut(key.operations);
        checkMayEnd(wanted.expiresAt());
        boolean endsOtherwise =
                wanted.expiresAt() != null && !wanted.expiresAt().equals(key.expiresAt);
        // A thumbprint that is mistyped ends it just as well.
        boolean needsAnotherCertificate = wanted.certificateThumbprint() != null
                && !wanted.certificateThumbprint().equals(key.certificate());
        if (endsOtherwise || needsAnotherCertificate) {
            checkIsNotLast(key);
        }
    }

    /** What has ended stays so: a device that was given up must not come back with the key it still has. */
    void checkGoesOn(ApiKey key) {
        if (key.hasEnded(Instant.now())) {
            throw new Problem(
                    ProblemCode.API_KEY_ENDED, "The API key was revoked or has expired.", "id", "Create another key.");
        }
    }

    void checkIsNotLast(ApiKey key) {
        if (key.manages() && !keys.existsAnotherManager(key.id)) {
            throw new Problem(
                    ProblemCode.API_KEY_IS_LAST,
                    "This is the last valid key that manages keys: without it nobody could make another one.",
                    "id",
                    "Create another key with the operation '%s' first.".formatted(Operations.API_KEYS));
        }
    }

    private void checkMayHandOut(Collection<String> operations) {
        var beyond = new TreeSet<>(operations);
        beyond.removeIf(caller::mayDo);
        if (!beyond.isEmpty()) {
            throw new Problem(
                    ProblemCode.OPERATION_NOT_PERMITTED,
                    "Your own credentials do not permit %s, so they cannot hand that out.".formatted(beyond),
                    "operations",
                    "Leave these operations out, or use credentials that have them.");
        }
    }

    private static void checkMayBeLimited(NewApiKey wanted) {
        var beyond = new TreeSet<>(wanted.operations());
        beyond.retainAll(OF_THE_WHOLE_TENANT);
        if (wanted.galleries() != null && !beyond.isEmpty()) {
            throw Problems.invalid(
                    "galleries",
                    "A key that permits %s cannot be limited to galleries: that reaches beyond them.".formatted(beyond),
                    "Leave out 'galleries' or these operations.");
        }
    }

    /** @param end null for never */
    void checkMayEnd(Instant end) {
        Optional<Instant> ownEnd = caller.expiresAt();
        if (ownEnd.isPresent() && (end == null || end.isAfter(ownEnd.get()))) {
            throw Problems.invalid(
                    "expiresAt",
                    "Your own key ends at %s, so it cannot hand out one that lasts longer.".formatted(ownEnd.get()),
                    "Use a key that lasts longer, or name an earlier end where the new key may have one.");
        }
    }
}
