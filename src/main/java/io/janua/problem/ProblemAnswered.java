package io.janua.problem;

/** A request was answered with a problem: told to whoever counts. Fired where nobody may wait. */
public record ProblemAnswered(ProblemCode code) {}
