package io.janua.security;

import java.util.Set;

/** What a key may be permitted to do. The names stand in keys and in the API, so they only ever grow. */
public final class Operations {

    public static final String DETECT = "detect";
    public static final String COMPARE = "compare";
    public static final String VERIFY = "verify";
    public static final String IDENTIFY = "identify";
    public static final String ENROLL = "enroll";
    public static final String FACES_READ = "faces.read";
    public static final String SUBJECTS_READ = "subjects.read";
    public static final String SUBJECTS_WRITE = "subjects.write";
    public static final String GALLERIES_READ = "galleries.read";
    public static final String GALLERIES_WRITE = "galleries.write";
    public static final String MODELS_READ = "models.read";

    /** Seeing what recognitions in a gallery were like: counts, which in a gallery of few people say something of each. */
    public static final String DRIFT_READ = "drift.read";

    public static final String API_KEYS = "api-keys";
    public static final String CONSENTS_WRITE = "consents.write";
    public static final String PRIVACY_READ = "privacy.read";
    public static final String AUDIT_READ = "audit.read";
    public static final String KEYS_ROTATE = "keys.rotate";
    public static final String SYSTEM_READ = "system.read";

    /** Asking whether a face may pass an access point, and saying whether it was passed. */
    public static final String ACCESS_DECIDE = "access.decide";

    /** Seeing access points, rules, and who passed. */
    public static final String ACCESS_READ = "access.read";

    public static final String ACCESS_WRITE = "access.write";

    /** What a guard does: open once, lock down, release, block a person, forget where somebody is. */
    public static final String ACCESS_OPERATE = "access.operate";

    public static final String EVENTS_READ = "events.read";
    public static final String HOOKS = "hooks";

    /** Asking what credentials are good for: every key and every person has it, and nobody needs to give it. */
    public static final String ME = "me";

    /** Making tenants: only the platform's own tenant has it to hand out. */
    public static final String TENANTS = "tenants";

    /** What an invitation permits, and nothing else does: neither keys nor roles can have it. */
    public static final String SELF_ENROLL = "self-enroll";

    public static final Set<String> ALL = Set.of(
            DETECT,
            COMPARE,
            VERIFY,
            IDENTIFY,
            ENROLL,
            FACES_READ,
            SUBJECTS_READ,
            SUBJECTS_WRITE,
            GALLERIES_READ,
            GALLERIES_WRITE,
            MODELS_READ,
            DRIFT_READ,
            API_KEYS,
            CONSENTS_WRITE,
            PRIVACY_READ,
            AUDIT_READ,
            KEYS_ROTATE,
            SYSTEM_READ,
            ACCESS_DECIDE,
            ACCESS_READ,
            ACCESS_WRITE,
            ACCESS_OPERATE,
            EVENTS_READ,
            HOOKS,
            TENANTS);

    private Operations() {}
}
