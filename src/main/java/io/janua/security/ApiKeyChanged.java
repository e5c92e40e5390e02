package io.janua.security;

import java.util.UUID;

/** With this transaction, something else holds of a key or of its secrets. */
record ApiKeyChanged(UUID key) {}
