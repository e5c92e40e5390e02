package io.janua.security;

import java.util.UUID;

/** A key ends with this transaction. */
public record ApiKeyRevoked(UUID key) {}
