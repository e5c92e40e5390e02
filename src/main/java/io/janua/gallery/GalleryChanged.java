package io.janua.gallery;

/** A gallery is another one, or none any more, with this transaction. */
public record GalleryChanged(String gallery) {}
