package io.janua.security;

import java.time.Instant;
import java.util.UUID;

/**
 * Whom an invitation is for.
 *
 * @param gallery the gallery's name
 * @param subject the subject's id as the organisation knows it
 * @param expiresAt when the invitation ends
 */
public record Invitee(UUID invitation, String gallery, String subject, Instant expiresAt) {}
