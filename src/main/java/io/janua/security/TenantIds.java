package io.janua.security;

/** How tenants are named in tokens, in the database and in the audit log. */
public final class TenantIds {

    /** A regular expression that the whole id matches. */
    public static final String FORM = "[a-z0-9][a-z0-9-]{0,62}";

    /** The tenant of whoever runs the platform: it makes the others. */
    public static final String PLATFORM = "default";

    private TenantIds() {}
}
