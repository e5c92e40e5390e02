package io.janua.audit.transparency;

import java.util.Arrays;
import java.util.Base64;

/**
 * The state of a log at one size, as c2sp.org/tlog-checkpoint writes it.
 *
 * @param origin names the log and, in Janua, also the key that signs for it
 * @param size in entries
 * @param root of the Merkle tree of that size, 32 bytes; copied on the way in and out
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final int MAX_NAME_CHARACTERS = 255;

    public Checkpoint {
        if (!isName(origin)) {
            throw new IllegalArgumentException(
                    "an origin is 1 to 255 visible ASCII characters other than the plus sign");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a log has no negative size");
        }
        if (root.length != MerkleHash.BYTES) {
            throw new IllegalArgumentException("a root has %d bytes".formatted(MerkleHash.BYTES));
        }
        root = root.clone();
    }

    public static String originOf(String tenant) {
        return "janua/" + tenant;
    }

    /** What is signed: three lines, each with its newline. */
    String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    /** Narrower than c2sp.org/signed-note wants the name of a key: names are shown on terminals. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_NAME_CHARACTERS
                && text.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '+');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return 31 * origin.hashCode() + Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return "Checkpoint[origin=%s, size=%d, root=%s]"
                .formatted(origin, size, Base64.getEncoder().encodeToString(root));
    }
}
