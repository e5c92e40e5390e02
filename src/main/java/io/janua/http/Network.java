package io.janua.http;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of addresses, as {@code 192.168.0.0/16} or {@code fd00::/8}.
 *
 * @param prefix how many leading bits its addresses share
 */
public record Network(InetAddress first, int prefix) {

    public Network {
        if (prefix < 0 || prefix > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("an address has no %d leading bits".formatted(prefix));
        }
    }

    /**
     * @param cidr an address, and after a slash how many of its bits count; all of them without one
     * @throws IllegalArgumentException for anything else
     */
    public static Network of(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        // Unlike its siblings it takes addresses only, and never asks anybody for a name.
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        return new Network(
                address, parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE);
    }

    public boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        return own.length == other.length
                && Arrays.equals(own, 0, whole, other, 0, whole)
                && (rest == 0 || (own[whole] ^ other[whole]) >> (Byte.SIZE - rest) == 0);
    }
}
