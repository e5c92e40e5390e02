package io.janua.ops.reference;

import java.util.Optional;

/**
 * A property of Janua's own.
 *
 * @param variable of the environment that application.properties gives it, beside the one that every property has
 * @param fallback what holds when nobody says anything; empty for nothing
 * @param allowed empty where the type says it all
 */
record Setting(String property, Optional<String> variable, String fallback, String allowed, String meaning) {}
