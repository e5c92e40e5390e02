package io.janua.gallery;

/** Fired outside of any transaction, before anybody in the gallery is erased: whoever brings people into it stops. */
public record GalleryDeletionBegins(String gallery) {}
