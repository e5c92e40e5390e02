package io.janua.vision;

/**
 * What is wanted of a photograph besides the face's place, quality and embedding.
 *
 * @param liveness run presentation attack detection
 * @param crop cut the face out as JPEG
 */
public record FaceRequest(FaceSelection selection, boolean liveness, boolean crop) {}
