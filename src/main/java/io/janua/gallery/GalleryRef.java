package io.janua.gallery;

import java.util.UUID;

/**
 * A gallery as other features see it: it exists, it is the caller's, and the caller may use it.
 *
 * @param model id of the embedding model to which the gallery is bound
 */
public record GalleryRef(UUID id, String name, String model, GalleryPolicy policy) {}
