package io.janua.security;

import io.janua.database.Sql;
import io.janua.problem.Problem;
import io.janua.problem.ProblemCode;
import io.janua.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds whose invitation a secret is, each time anew: one that was used a moment ago must not be good any more. Like the
 * look-up of an API key, it comes before a tenant is known.
 */
@ApplicationScoped
class InvitationAuthenticator implements IdentityProvider<InvitationMechanism.InvitationRequest> {

    private static final String FIND_BY_HASH = "SELECT * FROM find_invitation(?)";

    private final Sql sql;
    private final LimitsConfig limits;

    InvitationAuthenticator(Sql sql, LimitsConfig limits) {
        this.sql = sql;
        this.limits = limits;
    }

    @Override
    public Class<InvitationMechanism.InvitationRequest> getRequestType() {
        return InvitationMechanism.InvitationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            InvitationMechanism.InvitationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> lookUp(request.secret()).get());
    }

    static AuthenticationFailedException unknown() {
        return new AuthenticationFailedException(new Problem(
                ProblemCode.INVITATION_UNKNOWN,
                "The invitation is not known.",
                InvitationMechanism.HEADER,
                "Open the whole link that you were sent, or ask for a new invitation."));
    }

    private Supplier<SecurityIdentity> lookUp(InvitationSecret secret) {
        return Acting.asNobody(() -> sql.query(FIND_BY_HASH, this::found, secret.hash())).stream()
                .findFirst()
                .orElse(() -> {
                    throw unknown();
                });
    }

    private Supplier<SecurityIdentity> found(ResultSet row) throws SQLException {
        Instant expiresAt = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        if (row.getObject("used_at") != null) {
            return refused(row, Problems.invitationUsed());
        }
        if (row.getObject("revoked_at") != null) {
            return refused(row, Problems.invitationRevoked());
        }
        if (!expiresAt.isAfter(Instant.now())) {
            return refused(row, Problems.invitationExpired());
        }
        var identity = identity(row, expiresAt);
        return () -> identity;
    }

    private SecurityIdentity identity(ResultSet row, Instant expiresAt) throws SQLException {
        String gallery = row.getString("gallery");
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor(row)))
                .addAttribute(Caller.TENANT, row.getString("tenant_id"))
                .addAttribute(Caller.ACTOR, actor(row))
                .addAttribute(Caller.EXPIRES_AT, expiresAt)
                .addAttribute(Caller.GALLERIES, List.of(gallery))
                .addAttribute(
                        Caller.INVITEE,
                        new Invitee(row.getObject("id", UUID.class), gallery, row.getString("subject"), expiresAt))
                .addAttribute(Caller.REQUESTS_PER_MINUTE, limits.invitationRequestsPerMinute())
                .addAttribute(
                        Caller.TENANT_REQUESTS_PER_MINUTE, row.getObject("tenant_requests_per_minute", Integer.class))
                .addPermission(new StringPermission(Operations.SELF_ENROLL))
                .build();
    }

    private static Supplier<SecurityIdentity> refused(ResultSet row, Problem problem) throws SQLException {
        Map<String, Object> owner = Map.of(Caller.TENANT, row.getString("tenant_id"), Caller.ACTOR, actor(row));
        return () -> {
            throw new AuthenticationFailedException(problem, owner);
        };
    }

    private static String actor(ResultSet row) throws SQLException {
        return "invitation:" + row.getString("id");
    }
}
