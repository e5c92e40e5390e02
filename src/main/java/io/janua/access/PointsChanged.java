package io.janua.access;

/** Access points are others with this transaction, or none any more. */
record PointsChanged() {}
