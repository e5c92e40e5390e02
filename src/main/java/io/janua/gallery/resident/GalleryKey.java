package io.janua.gallery.resident;

import java.util.UUID;

/** Templates that are searched together. */
public record GalleryKey(String tenant, UUID gallery, String model) {}
