package io.janua.vision.model;

import java.util.Locale;

/** What runs where nobody named a pack and the catalogue's first cannot be had. */
public enum PackFallback {
    /** Nothing: the service does not start. */
    NONE,
    /** The pack that this build carries. */
    OWN;

    /** @throws IllegalArgumentException for any other word than those of the two, in lower case */
    public static PackFallback fromString(String word) {
        for (PackFallback fallback : values()) {
            if (fallback.name().toLowerCase(Locale.ROOT).equals(word)) {
                return fallback;
            }
        }
        throw new IllegalArgumentException("JANUA_MODEL_FALLBACK is neither 'own' nor 'none'");
    }
}
