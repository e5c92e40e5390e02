package io.janua.vision;

/** Where a face is, before anything is known of it. */
public record DetectedFace(FaceBox box, Landmarks landmarks) {}
