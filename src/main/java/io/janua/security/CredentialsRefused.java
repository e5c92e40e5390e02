package io.janua.security;

/**
 * A request came with credentials that are not good. Fired where nobody may wait: observers only take note.
 *
 * @param tenant whose credential it was, or null when nobody knows
 * @param actor who it belonged to, for example {@code api-key:<id>} of a revoked key, or null when nobody knows
 * @param code the problem's code as it stands in the answer
 * @param address the TCP peer's
 */
public record CredentialsRefused(String tenant, String actor, String code, String address) {}
