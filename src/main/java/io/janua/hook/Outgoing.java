package io.janua.hook;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way to one hook.
 *
 * @param event the same for every attempt, so that a receiver can tell a repetition
 * @param type for example {@code access.granted}
 * @param point name of the access point; empty for events of none
 * @param data what the hook may know: strings, numbers, booleans and maps of them
 */
public record Outgoing(
        HookRef hook, UUID event, String type, Instant at, Optional<String> point, Map<String, Object> data) {}
