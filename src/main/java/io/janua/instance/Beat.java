package io.janua.instance;

/** The database has just answered, and this instance knows what the others said last. */
public record Beat() {}
