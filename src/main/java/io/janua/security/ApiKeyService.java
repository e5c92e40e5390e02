package io.janua.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.janua.event.Action;
import io.janua.event.Happening;
import io.janua.http.MergePatch;
import io.janua.http.Page;
import io.janua.http.PageQuery;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Creates, lists, changes, rotates and revokes keys of the caller's tenant. */
@ApplicationScoped
class ApiKeyService {

    private static final String LIST = "api-keys";
    private static final int MAX_NAMES_LENGTH = 1000;

    private final ApiKeyRepository keys;
    private final ApiKeyRules rules;
    private final MergePatch mergePatch;
    private final Event<ApiKeyChanged> changes;
    private final Event<Happening> happenings;

    ApiKeyService(
            ApiKeyRepository keys,
            ApiKeyRules rules,
            MergePatch mergePatch,
            Event<ApiKeyChanged> changes,
            Event<Happening> happenings) {
        this.keys = keys;
        this.rules = rules;
        this.mergePatch = mergePatch;
        this.changes = changes;
        this.happenings = happenings;
    }

    @Transactional
    ApiKeyView create(NewApiKey wanted) {
        rules.checkMayCreate(wanted);
        return issue(wanted);
    }

    /** For whoever has checked already that it may be handed out. */
    @Transactional
    ApiKeyView issue(NewApiKey wanted) {
        ApiKeySecret secret = ApiKeySecret.generate();
        ApiKey key = new ApiKey();
        key.name = wanted.name();
        key.use(secret);
        key.operations = Set.copyOf(wanted.operations()).stream().sorted().toList();
        key.galleries = wanted.galleries();
        key.createdAt = Instant.now();
        key.expiresAt = wanted.expiresAt();
        key.requestsPerMinute = wanted.requestsPerMinute();
        key.bindTo(wanted.certificateThumbprint());
        keys.persist(key);
        happenings.fire(about(key, Action.API_KEY_CREATED)
                .with("operations", String.join(" ", key.operations))
                .with("galleries", key.galleries == null ? null : cut(String.join(" ", key.galleries))));
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
        return ApiKeyView.from(keys.findByIdOptional(id).orElseThrow(() -> notFound(id)));
    }

    /** @param patch of an {@link ApiKeyContent} */
    @Transactional
    ApiKeyView change(UUID id, JsonNode patch) {
        ApiKey key = locked(id);
        rules.checkGoesOn(key);
        var wanted = mergePatch.apply(ApiKeyContent.of(key), patch, ApiKeyContent.class);
        rules.checkMayChange(key, wanted);
        key.name = wanted.name();
        key.expiresAt = wanted.expiresAt();
        key.requestsPerMinute = wanted.requestsPerMinute();
        key.bindTo(wanted.certificateThumbprint());
        changes.fire(new ApiKeyChanged(id));
        happenings.fire(about(key, Action.API_KEY_CHANGED));
        return ApiKeyView.from(key);
    }

    @Transactional
    ApiKeyView rotate(UUID id, ApiKeyRotation wanted) {
        ApiKey key = locked(id);
        rules.checkMayRotate(key);
        ApiKeySecret secret = ApiKeySecret.generate();
        key.rotate(secret, wanted.overlap(), Instant.now());
        changes.fire(new ApiKeyChanged(id));
        happenings.fire(about(key, Action.API_KEY_ROTATED).with("previousSecretUntil", text(key.previousUntil)));
        return ApiKeyView.withSecret(key, secret.text());
    }

    /** Both secrets, in force with the next request; revoking twice keeps the first time. */
    @Transactional
    ApiKeyView revoke(UUID id) {
        ApiKey key = locked(id);
        if (key.revokedAt == null) {
            rules.checkIsNotLast(key);
            key.revokedAt = Instant.now();
            changes.fire(new ApiKeyChanged(id));
            happenings.fire(about(key, Action.API_KEY_REVOKED));
        }
        return ApiKeyView.from(key);
    }

    private static Happening about(ApiKey key, Action action) {
        return Happening.of(action)
                .on(key.id.toString())
                .with("name", key.name)
                .with("expiresAt", text(key.expiresAt))
                .with("requestsPerMinute", key.requestsPerMinute)
                .with("certificateThumbprint", key.certificate());
    }

    /** A key may be limited to a thousand galleries, and an entry need not be as long. */
    private static String cut(String names) {
        return names.substring(0, Math.min(names.length(), MAX_NAMES_LENGTH));
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    private ApiKey locked(UUID id) {
        return keys.findLocked(id).orElseThrow(() -> notFound(id));
    }

    private static Problem notFound(UUID id) {
        return new Problem(
                ProblemCode.API_KEY_NOT_FOUND,
                "There is no API key %s.".formatted(id),
                "id",
                "List the keys with GET /v1/api-keys.");
    }
}
