package io.janua.security.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** The Ed25519 key (RFC 8032) that signs the audit log's checkpoints. Its public half is for everybody. */
public final class AuditSigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final byte[] PROBE = "janua audit signing key".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair pair;

    private AuditSigningKey(KeyPair pair) {
        this.pair = pair;
    }

    public static AuditSigningKey generate() {
        try {
            return new AuditSigningKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has Ed25519", impossible);
        }
    }

    /**
     * @param privateKey PKCS#8, as {@link #privateKey} gave it
     * @param publicKey X.509, as {@link #publicKey} gave it
     * @throws IllegalArgumentException when they are no keys or do not belong together
     */
    public static AuditSigningKey restore(byte[] privateKey, byte[] publicKey) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            var pair = new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            var key = new AuditSigningKey(pair);
            // A checkpoint that its published key does not verify would only be found by an auditor.
            if (!key.verifies(PROBE, key.sign(PROBE))) {
                throw new IllegalArgumentException("the halves of the audit signing key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("not an Ed25519 key pair", malformed);
        }
    }

    /** @return 64 bytes */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an Ed25519 key signs", impossible);
        }
    }

    /** PKCS#8, in the clear: to be stored only as a {@link MasterKey} wrapped it. */
    public byte[] privateKey() {
        return pair.getPrivate().getEncoded();
    }

    /** X.509 (SubjectPublicKeyInfo). */
    public byte[] publicKey() {
        return pair.getPublic().getEncoded();
    }

    @Override
    public String toString() {
        return "AuditSigningKey";
    }

    private boolean verifies(byte[] message, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(pair.getPublic());
        signature.update(message);
        return signature.verify(signed);
    }
}
