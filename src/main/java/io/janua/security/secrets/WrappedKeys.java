package io.janua.security.secrets;

/**
 * Data keys that a feature keeps, wrapped by the tenant's secret for {@link Purpose#SUBJECTS}. Every bean of this type
 * takes part in a re-keying. Needs the tenant's own context and a transaction of the caller's.
 */
public interface WrappedKeys {

    /** How many there are. */
    long count();

    /**
     * Wraps some of those that are under the old secret by the newest one; the keys themselves stay.
     *
     * @return how many; 0 when none is left
     */
    int rewrapBatch(TenantSecret old);
}
