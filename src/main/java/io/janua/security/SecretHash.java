package io.janua.security;

import java.util.Arrays;

/** Stands for a secret where one is remembered: a dump of the memory shall not hold keys that work. */
record SecretHash(byte[] bytes) {

    static SecretHash of(ApiKeySecret secret) {
        return new SecretHash(secret.hash());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SecretHash";
    }
}
