package io.janua.evaluation;

/**
 * Something of the input that is not measured.
 *
 * @param what a file, a folder or a line
 * @param why in a few words, the same for all of a kind
 */
record LeftOut(String what, String why) {}
