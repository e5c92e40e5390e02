package io.janua.security.secrets;

/**
 * The key that no database holds. It wraps the few secrets from which all others follow, a tenant's keys and the audit
 * log's signing key; whoever has the database alone has nothing that opens.
 */
public interface MasterKey {

    /** A short name, no secret, to keep beside what this key wrapped. */
    String id();

    /**
     * @param plaintext a secret of at most some kilobytes
     * @param associatedData what the secret is for and whose; the same bytes are needed to unwrap it
     * @throws MasterKeyUnavailable when the keeper of the key does not answer
     */
    byte[] wrap(byte[] plaintext, byte[] associatedData);

    /**
     * @throws MasterKeyUnavailable when the keeper of the key does not answer
     * @throws MasterKeyWrong when another key wrapped it, for another use, or it was altered since
     */
    byte[] unwrap(byte[] wrapped, byte[] associatedData);

    /**
     * A key that is in this process's memory.
     *
     * @param text 256 bits in base64, of either alphabet, padded or not; white space around it does not count
     * @throws IllegalArgumentException for anything else; the message does not quote the text
     */
    static MasterKey fromBase64(String text) {
        return LocalMasterKey.parse(text);
    }

    /**
     * The key in its one configured place.
     *
     * @throws IllegalStateException when there is no usable key, saying what to do
     */
    static MasterKey from(SecretsConfig config) {
        return new MasterKeyProducer(config).masterKey();
    }
}
