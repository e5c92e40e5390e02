package io.janua.access;

/** How points, groups, schedules, rules and zones are named: a word that can stand in an address. */
final class Slug {

    static final String PATTERN = "[a-z0-9][a-z0-9-]{0,62}";

    static final String MESSAGE = "must be 1 to 63 lower-case letters, digits or hyphens, and not begin with a hyphen";

    private Slug() {}
}
