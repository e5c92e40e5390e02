package io.janua.security;

import io.janua.database.Sql;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Finds who a secret belongs to. This query runs without a tenant, because it is what tells the tenant; so it is plain
 * SQL beside Hibernate, whose every query has one, and asks a function that row security lets through.
 */
@ApplicationScoped
class ApiKeyAuthenticator {

    private static final String FIND_BY_HASH = "SELECT * FROM look_up_api_key(?)";

    private final Sql sql;

    ApiKeyAuthenticator(Sql sql) {
        this.sql = sql;
    }

    ApiKeyLookup lookUp(SecretHash secret) {
        return Acting.asNobody(() -> sql.query(FIND_BY_HASH, ApiKeyAuthenticator::lookup, secret.bytes())).stream()
                .findFirst()
                .orElseGet(ApiKeyAuthenticator::unknown);
    }

    static ApiKeyLookup.Refused unknown() {
        return new ApiKeyLookup.Refused(problem(ProblemCode.API_KEY_UNKNOWN, "The API key is not known."), Map.of());
    }

    private static ApiKeyLookup lookup(ResultSet row) throws SQLException {
        if (row.getObject("revoked_at") != null) {
            return refused(row, ProblemCode.API_KEY_REVOKED, "The API key was revoked.");
        }
        OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        if (expiresAt != null && !expiresAt.toInstant().isAfter(Instant.now())) {
            return refused(row, ProblemCode.API_KEY_EXPIRED, "The API key has expired.");
        }
        return new ApiKeyLookup.Accepted(identity(row, expiresAt));
    }

    private static SecurityIdentity identity(ResultSet row, OffsetDateTime expiresAt) throws SQLException {
        String actor = actor(row);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor))
                .addPermission(new StringPermission(Operations.ME))
                .addAttribute(Caller.TENANT, row.getString("tenant_id"))
                .addAttribute(Caller.ACTOR, actor)
                .addAttribute(Caller.ACTOR_NAME, row.getString("name"))
                .addAttribute(Caller.REQUESTS_PER_MINUTE, row.getObject("requests_per_minute", Integer.class))
                .addAttribute(
                        Caller.TENANT_REQUESTS_PER_MINUTE, row.getObject("tenant_requests_per_minute", Integer.class));
        strings(row.getArray("operations"))
                .forEach(operation -> identity.addPermission(new StringPermission(operation)));
        if (expiresAt != null) {
            identity.addAttribute(Caller.EXPIRES_AT, expiresAt.toInstant());
        }
        byte[] certificate = row.getBytes("certificate_thumbprint");
        if (certificate != null) {
            identity.addAttribute(Caller.CERTIFICATE, new CertificateThumbprint(certificate));
        }
        Array galleries = row.getArray("galleries");
        if (galleries != null) {
            identity.addAttribute(Caller.GALLERIES, strings(galleries));
        }
        return identity.build();
    }

    private static String actor(ResultSet row) throws SQLException {
        return "api-key:" + row.getString("id");
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static ApiKeyLookup.Refused refused(ResultSet row, ProblemCode code, String detail) throws SQLException {
        return new ApiKeyLookup.Refused(
                problem(code, detail), Map.of(Caller.TENANT, row.getString("tenant_id"), Caller.ACTOR, actor(row)));
    }

    private static Problem problem(ProblemCode code, String detail) {
        return new Problem(code, detail, ApiKeyMechanism.HEADER, "Use a valid key, or ask an administrator for one.");
    }
}
