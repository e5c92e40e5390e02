package io.janua.evaluation;

import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * @param person the person's place among the set's people
 * @param name the file below the set's folder, for people to read
 * @param number what LFW's pairs call it by: the number at the end of its name
 */
record Photograph(int person, String name, OptionalInt number, Path file) {}
