package io.janua.gallery;

import java.util.UUID;

/**
 * A subject as other features see it.
 *
 * @param externalId the caller's own id
 * @param active not suspended, and within its validity
 */
public record SubjectRef(UUID id, String externalId, String name, boolean active) {}
