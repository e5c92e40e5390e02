package io.janua.security;

/**
 * A caller who is known was turned away. Fired where nobody may wait: observers only take note.
 *
 * @param actorName a name for people to read, or null where the credential has none
 * @param code the problem's code as it stands in the answer
 * @param path the route's template, without the ids of this request
 */
public record RequestRefused(String tenant, String actor, String actorName, String code, String method, String path) {}
