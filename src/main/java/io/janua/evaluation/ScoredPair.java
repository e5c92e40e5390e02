package io.janua.evaluation;

/**
 * Two photographs that were compared.
 *
 * @param one place in the set
 * @param other of another, higher than {@code one}
 */
record ScoredPair(int one, int other, double score) {}
