package io.janua.security;

import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Creates, lists and revokes keys of the caller's tenant. */
@ApplicationScoped
class ApiKeyService {

    private static final String LIST = "api-keys";

    private final ApiKeyRepository keys;
    private final Caller caller;
    private final Event<ApiKeyRevoked> revoked;

    ApiKeyService(ApiKeyRepository keys, Caller caller, Event<ApiKeyRevoked> revoked) {
        this.keys = keys;
        this.caller = caller;
        this.revoked = revoked;
    }

    @Transactional
    ApiKeyView create(NewApiKey wanted) {
        check(wanted);
        return issue(wanted);
    }

    /** For whoever has checked already that it may be handed out. */
    @Transactional
    ApiKeyView issue(NewApiKey wanted) {
        ApiKeySecret secret = ApiKeySecret.generate();
        ApiKey key = new ApiKey();
        key.name = wanted.name();
        key.prefix = secret.visiblePart();
        key.secretHash = secret.hash();
        key.operations = Set.copyOf(wanted.operations()).stream().sorted().toList();
        key.galleries = wanted.galleries();
        key.createdAt = Instant.now();
        key.expiresAt = wanted.expiresAt();
        keys.persist(key);
        return ApiKeyView.withSecret(key, secret.text());
    }

    @Transactional
    Page<ApiKeyView> list(PageQuery query) {
        var last = query.lastId(LIST);
        return Page.of(LIST, keys.after(last, query.size() + 1), query.size(), key -> key.id.toString())
                .map(ApiKeyView::from);
    }

    @Transactional
    ApiKeyView get(UUID id) {
        return ApiKeyView.from(find(id));
    }

    /** In force with the next request; revoking twice keeps the first time. */
    @Transactional
    ApiKeyView revoke(UUID id) {
        ApiKey key = find(id);
        if (key.revokedAt == null) {
            refuseLockout(key);
            key.revokedAt = Instant.now();
            revoked.fire(new ApiKeyRevoked(id));
        }
        return ApiKeyView.from(key);
    }

    private void refuseLockout(ApiKey key) {
        if (key.operations.contains(Operations.API_KEYS) && !keys.existsAnotherManager(key.id)) {
            throw new Problem(
                    ProblemCode.API_KEY_IS_LAST,
                    "This is the last valid key that manages keys: without it nobody could make another one.",
                    "id",
                    "Create another key with the operation '%s' first.".formatted(Operations.API_KEYS));
        }
    }

    /** Nobody hands out more than they have, and who hands out keys is limited by operations, not by galleries. */
    private void check(NewApiKey wanted) {
        var unknown = new TreeSet<>(wanted.operations());
        unknown.removeAll(Operations.ALL);
        if (!unknown.isEmpty()) {
            throw Problems.invalid(
                    "operations",
                    "There is no operation %s.".formatted(unknown),
                    "Choose among %s.".formatted(new TreeSet<>(Operations.ALL)));
        }
        var beyond = new TreeSet<>(wanted.operations());
        beyond.removeIf(caller::mayDo);
        if (!beyond.isEmpty()) {
            throw new Problem(
                    ProblemCode.OPERATION_NOT_PERMITTED,
                    "Your own key does not permit %s, so it cannot hand that out.".formatted(beyond),
                    "operations",
                    "Leave these operations out, or use a key that has them.");
        }
        Optional<Instant> ownEnd = caller.expiresAt();
        if (ownEnd.isPresent()
                && (wanted.expiresAt() == null || wanted.expiresAt().isAfter(ownEnd.get()))) {
            throw Problems.invalid(
                    "expiresAt",
                    "Your own key ends at %s, so it cannot make one that lasts longer.".formatted(ownEnd.get()),
                    "Name an earlier end, or use a key that lasts longer.");
        }
        if (wanted.galleries() != null && wanted.operations().contains(Operations.API_KEYS)) {
            throw Problems.invalid(
                    "galleries",
                    "A key that manages keys cannot be limited to galleries: it could make itself one without limits.",
                    "Leave out 'galleries' or the operation '%s'.".formatted(Operations.API_KEYS));
        }
    }

    private ApiKey find(UUID id) {
        return keys.findByIdOptional(id)
                .orElseThrow(() -> new Problem(
                        ProblemCode.API_KEY_NOT_FOUND,
                        "There is no API key %s.".formatted(id),
                        "id",
                        "List the keys with GET /v1/api-keys."));
    }
}
